import { setTimeout as pause } from 'node:timers/promises'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
import type { CallInput, CallOutput, MethodName } from '#shared/contract/index.ts'

/** What a deed is done with: by the program that is ended in the middle of it, and by the test that finishes it. */
export interface Doer {
  readonly passphrase: string
  /** The deed's own: where to, from where. */
  readonly given: string
  /** The world is told; from now on it must hold. */
  readonly say: (line: string) => void
  readonly call: <M extends MethodName>(name: M, input: CallInput<M>) => Promise<CallOutput<M>>
}

export type DeedName = keyof typeof deeds

export const people = ['까치발', '두루미', '고슴도치'] as const
export const phoneOf = (index: number): string => `0100000${String(7_701 + index)}`
const lastFour = (index: number): string => phoneOf(index).slice(-4)

/** Sales of an afternoon, as one file of a till. */
export const sales = (count: number): Buffer => {
  const till = createTill({ seed: 23, returns: 0 })
  const start = Date.UTC(2026, 10, 22, 3, 0, 0)
  return Buffer.concat(Array.from({ length: count }, (_, index) => till.next(start + index * 60_000).bytes))
}

/** The customer of that number, who joins when nobody knows them yet. */
export const join = async ({ call, say }: Doer, index: number): Promise<number> => {
  const [known] = await call('customers.search', { query: lastFour(index) })
  if (known !== undefined) return known.id
  const consent = { required: true, marketing: false } as const
  const name = people[index] ?? `손님 ${index}`
  const { customerId } = await call('customers.join', { name, phone: phoneOf(index), consent })
  say(`joined ${index}`)
  return customerId
}

const movingList = (count: number): string =>
  [
    '이름,휴대폰,포인트,메모',
    ...Array.from({ length: count }, (_, n) => `손님 ${n},${phoneOf(n)},${100 + n},창가 ${n}`),
  ].join('\n')

export const importedPeople = 24

const settled = async ({ call }: Doer): Promise<CallOutput<'moving.state'>> => {
  for (;;) {
    const state = await call('moving.state', {})
    if (!['reading', 'checking', 'writing', 'undoing'].includes(state.step)) return state
    await pause(5)
  }
}

const open = async ({ call, passphrase, say }: Doer): Promise<void> => {
  await call('ledger.unlock', { passphrase })
  say('opened 1')
}

/** Each deed can be done again after it was cut short anywhere, and then comes to the same end. */
export const deeds = {
  open,
  /** Receipts out of a file. */
  async bring(doer: Doer) {
    await open(doer)
    const bytes = sales(12).toString('base64')
    await doer.call('sources.importFile', { name: 'sales.bin', base64: bytes, encoding: 'cp949' })
    doer.say('brought 1')
  },
  /** Three customers take a receipt each, and their slips are printed. */
  async print(doer: Doer) {
    await open(doer)
    const receipts = (await doer.call('receipts.recent', { limit: 10 })).toSorted((a, b) => a.id - b.id)
    for (const [index, { id: receiptId, customer }] of receipts.entries()) {
      if (customer === null) {
        const customerId = await join(doer, index)
        await doer.call('counter.attach', { receiptId, customerId, print: true })
      }
      doer.say(`attached ${index}`)
      await printed(doer)
    }
  },
  /** A customer joins and a copy is made, twice. */
  async backup(doer: Doer) {
    await open(doer)
    for (const index of [0, 1]) {
      await join(doer, index)
      await doer.call('backup.run', { target: doer.given })
      doer.say(`backed ${index}`)
    }
  },
  /** `given`: the folder of copies and the copy's name. */
  async restore(doer: Doer) {
    const [target = '', id = ''] = doer.given.split('\n')
    await doer.call('backup.restore', { target, id, key: { passphrase: doer.passphrase } })
    doer.say('restored 1')
  },
  /** Two of three are destroyed, and what is left of them in files goes at once. */
  async wipe(doer: Doer) {
    await open(doer)
    for (const index of [0, 1]) {
      const [known] = await doer.call('customers.search', { query: lastFour(index) })
      if (known !== undefined) await doer.call('customers.destroy', { customerId: known.id })
      doer.say(`destroyed ${index}`)
    }
    await doer.call('customers.wipe', {})
    doer.say('wiped 1')
  },
  /** Customers with their points out of another program's list. */
  async move(doer: Doer) {
    await open(doer)
    const bytes = Buffer.from(movingList(importedPeople))
    await doer.call('moving.begin', { name: 'people.csv', size: bytes.length })
    await doer.call('moving.part', { base64: bytes.toString('base64') })
    const { look } = await settled(doer)
    await doer.call('moving.check', { columns: look?.columns ?? [], existing: 'skip' })
    await settled(doer)
    await doer.call('moving.run', { agreed: true })
    await settled(doer)
    doer.say('moved 1')
  },
}

/** Nothing waits any more, whatever came of it. */
const printed = async ({ call }: Doer): Promise<void> => {
  while ((await call('slips.queue', {})).waitingCount > 0) await pause(5)
}

import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Backend, createBackend } from '#backend/container.ts'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
import { type MethodName, methods } from '#shared/contract/index.ts'
import { methodNames } from '#shared/contract/names.ts'
import { errorCodes } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'
import { anyInput, kindOf, oneOf, type Pool, randomOf } from './any-input.ts'

export interface FuzzRun {
  readonly messages: number
  readonly answered: number
  /** Refused, by their codes. */
  readonly refused: ReadonlyMap<string, number>
  /** Methods that gave an answer at least once. */
  readonly reached: ReadonlySet<string>
  /** What may never be; the first few with what was asked. */
  readonly faults: readonly string[]
  /** What the log says of calls that failed. */
  readonly failed: readonly string[]
  /** What is wrong with the ledger afterwards. */
  readonly ledger: readonly string[]
}

/** Making the demo shop, and making whole files anew, takes seconds; once in a while is enough. */
const heavy: ReadonlySet<string> = new Set([
  'backup.restore',
  'backup.run',
  'customers.wipe',
  'ledger.changePassphrase',
  'ledger.create',
  'ledger.lock',
  'ledger.mend',
  'ledger.newRecoveryCode',
  'ledger.takeRecoveryCode',
  'ledger.unlock',
  'ledger.unlockWithRecovery',
  'openExport.run',
])
const left: ReadonlySet<string> = new Set(['ledger.openDemo'])

const passphrase = '단골손님 어서오세요 77'
const name = '남궁까치발'
const phone = '01000007788'
/** Nothing that goes out with a refusal may hold any of these. */
const secrets = [name, phone, '7788', passphrase]
const mostFaults = 20
/** A call that never comes back is a fault as well, ms; but for these, which wait for a printer as long as it takes. */
const patience = 120_000
const shortPatience = 500
const waiting: ReadonlySet<string> = new Set([
  'backup.printProof',
  'printers.test',
  'slipTemplates.print',
  'slipTemplates.test',
])

/** A shop with a customer, receipts, points and a coupon; everything that has an id can be named. */
const openShop = async (backend: Backend): Promise<void> => {
  const ask = async (method: MethodName, input: unknown): Promise<unknown> => {
    const result = await backend.call(method, input)
    if (!result.ok) throw new Error(`${method}: ${result.error.code}`)
    return result.value
  }
  const made = (await ask('ledger.create', { shopName: '시험가게', passphrase })) as { recoveryCode: string }
  await ask('ledger.confirmRecovery', made)
  const till = createTill({ seed: 5, returns: 0.2 })
  const papers = Array.from({ length: 40 }, (_, n) => till.next(Date.now() - n * 3_600_000).bytes)
  const base64 = Buffer.concat(papers).toString('base64')
  await ask('sources.importFile', { name: 'sales.bin', base64, encoding: 'cp949' })
  const consent = { required: true, marketing: true }
  const { customerId } = (await ask('customers.join', { name, phone, consent })) as { customerId: number }
  const receipts = (await ask('receipts.recent', { limit: 20 })) as { id: number; kind: string }[]
  for (const { id: receiptId, kind } of receipts.filter((receipt) => receipt.kind === 'sale').slice(0, 9))
    if (kind === 'sale') await ask('counter.attach', { receiptId, customerId, print: false })
}

const mostIds = 60

/** Ids out of whatever an answer holds, by what they are of; the latest ones are kept. */
const gatherIds = (value: unknown, around: string, ids: Map<string, number[]>): void => {
  if (Array.isArray(value)) {
    for (const inner of value) gatherIds(inner, around, ids)
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'number' || !/^id$|Id$/.test(key)) {
      gatherIds(inner, key, ids)
      continue
    }
    const kind = kindOf(key, around)
    const known = ids.get(kind) ?? []
    if (!known.includes(inner)) ids.set(kind, [...known, inner].slice(-mostIds))
  }
}

/**
 * So many messages to the program as windows send them: mostly as the contract wants them, some not. Folders are made
 * below `folder`; nothing else is written, and nobody but this PC is called.
 */
export const runFuzz = async (
  messages: number,
  seed: number,
  folder: string,
  told: (done: number) => void = () => undefined,
): Promise<FuzzRun> => {
  const random = randomOf(seed)
  const [data, places] = [join(folder, 'data'), join(folder, 'places')]
  mkdirSync(places, { recursive: true })
  const backend = await createBackend({
    dataFolder: data,
    version: 'fuzz',
    keychain: null,
    drives: { list: () => Promise.resolve([]), freeBytes: () => Promise.resolve(1e12) },
    emit: () => undefined,
  })
  await openShop(backend)
  const ids = new Map<string, number[]>()
  const refused = new Map<string, number>()
  const reached = new Set<string>()
  const faults: string[] = []
  const pool: Pool = { ids: (kind) => ids.get(kind) ?? [], folder: places }
  let answered = 0
  const names = methodNames.filter((method) => !left.has(method))

  const kinds = new Set<string>()
  const fault = (method: string, what: string, input: unknown): void => {
    const kind = `${method} ${what}`
    if (kinds.has(kind)) return
    kinds.add(kind)
    if (faults.length < mostFaults)
      faults.push(`${method}: ${what}\n  ${JSON.stringify(input)?.slice(0, 600) ?? 'nothing'}`)
  }
  const inTime = async (method: MethodName, input: unknown): Promise<Result<unknown> | null> => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), waiting.has(method) ? shortPatience : patience)
    })
    try {
      return await Promise.race([backend.call(method, input), late])
    } finally {
      clearTimeout(timer)
    }
  }
  /** Whatever the message has locked is opened again, so that the next one gets as far as it can. */
  const reopen = async (code: string): Promise<void> => {
    if (code === 'ledger.locked') await backend.call('ledger.unlock', { passphrase })
    if (code === 'door.pin-needed') await backend.call('door.enterByPassphrase', { passphrase })
  }

  for (let n = 1; n <= messages; n += 1) {
    const method = oneOf(random, names) ?? 'app.status'
    if (heavy.has(method) && random() < 0.9) continue
    const [feature = ''] = method.split('.')
    const input = anyInput(random, methods[method].input, pool, '', feature)
    try {
      const result = await inTime(method, input)
      if (result === null) {
        if (!waiting.has(method)) fault(method, 'no answer', input)
      } else if (result.ok) {
        answered += 1
        reached.add(method)
        gatherIds(result.value, feature, ids)
      } else {
        const { code } = result.error
        refused.set(code, (refused.get(code) ?? 0) + 1)
        const text = JSON.stringify(result.error)
        if (!errorCodes.includes(code) || code === 'internal' || code === 'call.bad-output')
          fault(method, code, input)
        if (/\bat .*:\d+|node_modules|Error:/.test(text)) fault(method, 'a stack trace', input)
        if (text.includes(folder) || secrets.some((secret) => text.includes(secret)))
          fault(method, 'a path or somebody’s data', input)
        await reopen(code)
      }
    } catch (error) {
      fault(method, `thrown: ${String(error)}`, input)
    }
    if (n % 5_000 === 0) told(n)
  }

  await reopen('ledger.locked')
  await reopen('door.pin-needed')
  const health = await backend.call('health.run', {})
  const last = health.ok ? (health.value as { last: { faults: string[] } | null }).last : null
  await backend.close()
  const failed = new Set<string>()
  for (const file of readdirSync(join(data, 'logs'))) {
    const log = readFileSync(join(data, 'logs', file), 'utf8')
    for (const line of log.split('\n')) if (/call\.(?:failed|bad-output)/.test(line)) failed.add(line)
    if (secrets.slice(0, 2).some((secret) => log.includes(secret))) fault('log', 'somebody’s data', file)
  }
  return {
    messages,
    answered,
    refused,
    reached,
    faults,
    failed: [...failed].slice(0, 200),
    ledger: last?.faults ?? ['not looked through'],
  }
}

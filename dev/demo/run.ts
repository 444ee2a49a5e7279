import type { CallOutput } from '#shared/contract/index.ts'
import { DemoError, found } from './demo-error.ts'
import type { PaperPrinter } from './paper-printer.ts'
import type { Pos } from './pos.ts'
import type { DemoShop } from './shop.ts'
import type { AtCounter, Print } from './story.ts'

export type ReceiptRow = CallOutput<'receipts.recent'>[number]

export interface DemoResult {
  /** Every receipt in the ledger, oldest first. */
  readonly receipts: readonly ReceiptRow[]
  /** Numbers of the slips by the receipts they are for. */
  readonly slips: ReadonlyMap<number, string>
  /** Papers that wait to be looked at. */
  readonly review: number
}

export interface RunParts {
  readonly shop: DemoShop
  readonly pos: Pos
  readonly printer: PaperPrinter
  readonly prints: readonly Print[]
  /** Hears before each print. */
  readonly progress: (number: number, print: Print) => void
}

/** The story, print by print: what the POS wrote has to be in the ledger before the next one. */
export const runStory = async ({ shop, pos, printer, prints, progress }: RunParts): Promise<DemoResult> => {
  const slips = new Map<number, string>()
  for (const [number, print] of prints.entries()) {
    progress(number, print)
    const { atCounter, receipt } = print
    if (atCounter.does === 'take-next') {
      const customerId = await search(shop, atCounter.typed)
      await shop.ask('counter.takeNext', { customerId, print: true })
    }
    const before = shop.told.length
    await pos.print(number)
    if (receipt === null) continue
    const receiptId = await arrived(shop, before, receipt)
    const slip = await attach(shop, before, receiptId, atCounter)
    if (slip !== null) slips.set(receiptId, slip)
  }
  await comeOut(shop, printer, slips.values())
  const receipts = await shop.ask('receipts.recent', { limit: 100 })
  const review = await shop.ask('review.list', {})
  return { receipts: receipts.toReversed(), slips, review: review.length }
}

/** Whoever the counter would offer first. */
const search = async (shop: DemoShop, typed: string): Promise<number> => {
  const [first] = await shop.ask('customers.search', { query: typed })
  if (first === undefined) throw new DemoError(`Nobody was found for "${typed}".`)
  return first.id
}

const arrived = (shop: DemoShop, from: number, expected: NonNullable<Print['receipt']>): Promise<number> =>
  found(() => {
    for (const [name, payload] of shop.told.slice(from)) {
      if (name === 'receipt.arrived' && payload.kind === expected.kind && payload.total === expected.total)
        return payload.id
    }
    return undefined
  }, `A ${expected.kind} of ${expected.total} won was printed, but did not reach the ledger.`)

/** Who gets the receipt, and the number of the slip for it; null when nobody does. */
const attach = async (
  shop: DemoShop,
  from: number,
  receiptId: number,
  atCounter: AtCounter,
): Promise<string | null> => {
  if (atCounter.does === 'nothing') return null
  const { slip } =
    atCounter.does === 'take-next'
      ? await takenBy(shop, from, receiptId)
      : await shop.ask('counter.attach', {
          receiptId,
          customerId: await customerFor(shop, atCounter),
          print: true,
        })
  if (slip === null) throw new DemoError('Points were given, but no slip was made for them.')
  return slip.number
}

const customerFor = async (
  shop: DemoShop,
  atCounter: Extract<AtCounter, { does: 'attach' | 'join' }>,
): Promise<number> => {
  if (atCounter.does === 'attach') return search(shop, atCounter.typed)
  const { name, phone } = atCounter
  const consent = { required: true, marketing: true } as const
  return (await shop.ask('customers.join', { name, phone, consent })).customerId
}

const takenBy = (shop: DemoShop, from: number, receiptId: number) =>
  found(() => {
    for (const [name, payload] of shop.told.slice(from)) {
      if (name === 'counter.attached' && payload.receiptId === receiptId) return payload
    }
    return undefined
  }, 'The customer at the counter did not get the receipt.')

/** Each slip has to be confirmed by the printer and to stand on its paper. */
const comeOut = async (shop: DemoShop, printer: PaperPrinter, numbers: Iterable<string>): Promise<void> => {
  await found(async () => {
    const slips = await shop.ask('slips.recent', { limit: 50 })
    return slips.every(({ state }) => state === 'confirmed') ? true : undefined
  }, 'The printer did not confirm every slip.')
  const lines = printer.slips().flatMap((slip) => slip.lines)
  for (const number of numbers) {
    if (!lines.some((line) => line.includes(number)))
      throw new DemoError(`Slip ${number} did not come out of the printer.`)
  }
}

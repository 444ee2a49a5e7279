import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import type { EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import { dayByClock, firstDay, reachedDay } from '../loyalty/day.service.ts'
import { endAfter } from '../loyalty/lots.ts'
import type { Loyalty } from '../loyalty/loyalty.service.ts'
import { poolOf } from '../loyalty/points.service.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork, Writer } from '../platform/db/statements.ts'
import type { Emit } from '../platform/emit.ts'
import { findReceipt, type ReceiptRecord } from '../receipts/facts.service.ts'
import { addReason, type Entry, findEntry, saleOf, takenBackOf } from './entries.repo.ts'
import { findHolding } from './holdings.repo.ts'
import { readTerms } from './terms.repo.ts'
import { type PrepaidTerms, termsOn } from './terms.ts'
import { fits, tieTo } from './ties.service.ts'
import { findStory, type Till } from './till.service.ts'

type Moved = CallOutput<'prepaid.sell'>

/** What staff do with prepaid at the counter, and managers afterwards. See the contract for what each throws. */
export interface PrepaidCounter {
  sell(asked: CallParsed<'prepaid.sell'>): Moved
  bring(asked: CallParsed<'prepaid.bring'>): CallOutput<'prepaid.bring'>
  use(asked: CallParsed<'prepaid.use'>): Moved
  undo(entryId: number): CallOutput<'prepaid.undo'>
  takeBack(entryId: number, reason: string): CallOutput<'prepaid.takeBack'>
  extend(asked: CallParsed<'prepaid.extend'>): void
}

export interface PrepaidCounterParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly clock: Clock
  readonly emit: Emit
  readonly till: Till
  readonly loyalty: Pick<Loyalty, 'adjust'>
  /** Refuses with `customer.not-found`. */
  readonly expectCustomer: (reader: Reader, customerId: number) => void
  /** The slip of a sale or a use without a receipt, written in its unit of work; null where no printer can print. */
  readonly slip: (tx: Writer, customerId: number, at: EpochMs) => Moved['slip']
  /** Sends what was written to its printer. */
  readonly kick: () => void
}

/** What staff may undo at once, without a reason. */
const undoForMs = 60_000

export const createPrepaidCounter = (parts: PrepaidCounterParts): PrepaidCounter => {
  const { unit, clock, emit, till, loyalty } = parts

  /** Points of the receipt are what they would have been, had it been known at once. */
  const tie = (tx: Writer, entry: Entry, sale: ReceiptRecord | null, at: EpochMs): void => {
    if (sale === null) return
    tieTo(tx, entry, sale, at)
    loyalty.adjust(tx, sale, at)
  }

  const settleSaleOf = (tx: Writer, entry: Entry, at: EpochMs): void => {
    const saleId = saleOf(tx, entry.id)
    const sale = saleId === null ? undefined : findReceipt(tx, saleId)
    if (sale !== undefined) loyalty.adjust(tx, sale, at)
  }

  const done = (work: (tx: Writer, at: EpochMs) => Omit<Moved, 'left' | 'slip'>, print: boolean): Moved => {
    const result = unit.write((tx) => {
      const at = clock.now()
      const entry = work(tx, at)
      const holding = findHolding(tx, entry.holdingId)
      const left = (holding?.paid_left ?? 0) + (holding?.bonus_left ?? 0)
      return { ...entry, left, slip: print ? parts.slip(tx, entry.customerId, at) : null }
    })
    parts.kick()
    emit('prepaid.changed', { customerId: result.customerId })
    return result
  }

  const changed = (customerId: number): { customerId: number } => {
    emit('prepaid.changed', { customerId })
    return { customerId }
  }

  return {
    sell: ({ customerId, productId, receiptId, print }) =>
      done((tx, at) => {
        parts.expectCustomer(tx, customerId)
        const sale = ownSale(tx, receiptId, customerId)
        const date = dayByClock(tx, at)
        const terms = termsOn(termsOf(tx, productId), date)
        if (terms?.sold !== true) throw new DangolError('prepaid.not-sold')
        if (sale !== null && !fits(tx, sale, terms.price)) throw new DangolError('prepaid.receipt-short')
        const startsOn = firstDay(reachedDay(tx, at), date)
        const endsOn = endAfter(startsOn, terms.months)
        const { paid, bonus, price: money } = terms
        const what = { terms, customerId, kind: 'sell', paid, bonus, money, startsOn, endsOn, at } as const
        const entry = till.sell(tx, what)
        tie(tx, entry, sale, at)
        return written(entry)
      }, print),
    bring({ customerId, productId, used, soldOn, endsOn }) {
      const holdingId = unit.write((tx) => {
        const at = clock.now()
        parts.expectCustomer(tx, customerId)
        const all = termsOf(tx, productId)
        const terms = termsOn(all, soldOn) ?? all[0]
        if (terms === undefined) throw new DangolError('prepaid.product-not-found')
        const { paid, bonus, price: money, months } = terms
        if (used > paid + bonus) throw new DangolError('prepaid.too-few', { left: paid + bonus })
        const last = endsOn ?? endAfter(soldOn, months)
        if (last !== null && last < reachedDay(tx, at)) throw new DangolError('prepaid.ended')
        const days = { startsOn: soldOn, endsOn: last }
        const entry = till.sell(tx, { terms, customerId, kind: 'opening', paid, bonus, money, ...days, at })
        if (used > 0) till.use(tx, entry.holding_id, customerId, used, at)
        return entry.holding_id
      })
      changed(customerId)
      return { holdingId }
    },
    use: ({ customerId, holdingId, count, receiptId, print }) =>
      done((tx, at) => {
        parts.expectCustomer(tx, customerId)
        const sale = ownSale(tx, receiptId, customerId)
        const { holding } = findStory(tx, holdingId)
        if (!poolOf(tx, customerId).includes(holding.customer_id)) throw new DangolError('prepaid.not-theirs')
        const entry = till.use(tx, holdingId, customerId, count, at)
        tie(tx, entry, sale, at)
        return written(entry)
      }, print),
    undo(entryId) {
      const customerId = unit.write((tx) => {
        const entry = expectEntry(tx, entryId, ['sell', 'use', 'give-back'])
        const at = clock.now()
        if (Math.abs(at - entry.at) > undoForMs) throw new DangolError('prepaid.undo-too-late')
        const { story, holding } = findStory(tx, entry.holding_id)
        if (entry.kind === 'use') takeBackUse(tx, till, entry, at)
        else if (entry.kind === 'sell') {
          if (!story.open) throw new DangolError('prepaid.undone-already')
          if (story.usedPaid + story.usedBonus > 0) throw new DangolError('prepaid.used-already')
          till.void(tx, holding.id, null, at)
        } else {
          if (story.closedBy?.id !== entry.id) throw new DangolError('prepaid.undone-already')
          till.reopen(tx, entry, null, at)
        }
        settleSaleOf(tx, entry, at)
        return entry.customer_id
      })
      return changed(customerId)
    },
    takeBack(entryId, reason) {
      const customerId = unit.write((tx) => {
        const entry = expectEntry(tx, entryId, ['use'])
        const at = clock.now()
        takeBackUse(tx, till, entry, at)
        addReason(tx, entry.id, entry.customer_id, reason)
        settleSaleOf(tx, entry, at)
        return entry.customer_id
      })
      return changed(customerId)
    },
    extend({ holdingId, endsOn, reason }) {
      const customerId = unit.write((tx) => {
        const entry = till.extend(tx, holdingId, endsOn, clock.now())
        addReason(tx, entry.id, entry.customer_id, reason)
        return entry.customer_id
      })
      changed(customerId)
    },
  }
}

const written = ({ id, customer_id, holding_id }: Entry) => ({
  entryId: id,
  customerId: customer_id,
  holdingId: holding_id,
})

/** A receipt that is the customer's. */
const ownSale = (tx: Writer, receiptId: number | null, customerId: number): ReceiptRecord | null => {
  if (receiptId === null) return null
  const sale = findReceipt(tx, receiptId)
  if (sale === undefined || sale.kind === 'refund' || sale.customer_id !== customerId)
    throw new DangolError('receipt.not-attached')
  return sale
}

const termsOf = (tx: Writer, productId: number): PrepaidTerms[] => {
  const own = readTerms(tx).filter((one) => one.productId === productId)
  if (own.length === 0) throw new DangolError('prepaid.product-not-found')
  return own
}

const expectEntry = (tx: Writer, id: number, kinds: readonly Entry['kind'][]): Entry => {
  const entry = findEntry(tx, id)
  if (entry === undefined || !kinds.includes(entry.kind)) throw new DangolError('prepaid.not-found')
  return entry
}

const takeBackUse = (tx: Writer, till: Till, use: Entry, at: EpochMs): void => {
  const undone = takenBackOf(tx, use.id)
  const left = 0 - use.paid - use.bonus - undone.paid - undone.bonus
  if (left <= 0) throw new DangolError('prepaid.undone-already')
  if (till.useBack(tx, use, left, null, at) === 0) throw new DangolError('prepaid.closed')
}

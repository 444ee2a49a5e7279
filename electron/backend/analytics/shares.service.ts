import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import type { Won } from '#shared/won.ts'
import type { Writer } from '../platform/db/statements.ts'
import { productOf } from '../products/catalogue.service.ts'
import {
  countedVisit,
  firstVisitBefore,
  hasVisit,
  hasVisitAfter,
  lastVisitBefore,
  readLineParts,
  readReceiptPart,
  visitsOf,
} from './shares/facts.repo.ts'
import { dateOf, dayPeriod } from './shares/periods.ts'
import { type LineFacts, tallyReceipt } from './shares/receipt-shares.ts'
import { addToSums } from './shares/sums.repo.ts'
import { createTally, type Tally } from './shares/tally.ts'
import { type Toggle, tallyNext, tallyPattern, tallyToggle } from './shares/visits.ts'

/**
 * Every aggregate over receipts is kept here, in the unit of work of the receipt itself. Whoever adds a receipt says so
 * afterwards; whoever changes its facts, lines or owner does it inside `receiptsChange`, so that its share is taken out
 * as it was and put in as it has become. What is the same before and after is not written.
 */
export const receiptAdded = (tx: Writer, receiptId: number): void => {
  settled(tx, ({ tally, keys }) => {
    keys.push(share(tx, tally, receiptId, 1))
  })
}

/** A receipt that was just written, as it was written: it need not be read again. */
export interface WrittenReceipt {
  readonly date: BusinessDate
  readonly issuedAt: EpochMs
  readonly refund: boolean
  readonly total: Won
  readonly customerId: number | null
  readonly lines: readonly (Omit<LineFacts, 'productId'> & { readonly name: string })[]
  /** The sale that it gives back. */
  readonly sale: { readonly customerId: number | null; readonly date: BusinessDate } | null
}

/**
 * What `receiptAdded` does, for receipts that come together in one unit of work: shares that are nobody's are only
 * added up, and written once. Between them and `write` nothing may read sums that are not a customer's.
 */
export interface GatheredSums {
  added(tx: Writer, receipt: WrittenReceipt): void
  write(tx: Writer): void
}

export const gatherSums = (): GatheredSums => {
  const tally = createTally()
  const known = new Map<string, number>()
  const product = (tx: Writer, name: string): number => {
    const id = known.get(name) ?? productOf(tx, name)
    known.set(name, id)
    return id
  }
  return {
    added(tx, receipt) {
      const key = visitKey(receipt)
      const lines = receipt.lines.map(({ name, quantity, amount }) => ({
        productId: product(tx, name),
        quantity,
        amount,
      }))
      const facts = { ...receipt, lines }
      if (key === null && receipt.customerId === null)
        tallyReceipt(together.get(tx)?.tally ?? tally, facts, 1)
      // A customer's sums are read while the next receipt comes in.
      else
        settled(tx, (own) => {
          tallyReceipt(own.tally, facts, 1)
          own.keys.push(key)
        })
    },
    write(tx) {
      addToSums(tx, tally.differences())
    },
  }
}

/**
 * @param receiptIds receipts in whatever state before and after: those that `change` adds or deletes may be among them.
 * @returns what the change gave.
 */
export const receiptsChange = <T>(tx: Writer, receiptIds: readonly number[], change: () => T): T => {
  return settled(tx, ({ tally, keys }) => {
    keys.push(...receiptIds.map((id) => share(tx, tally, id, -1)))
    const result = change()
    keys.push(...receiptIds.map((id) => share(tx, tally, id, 1)))
    return result
  })
}

/**
 * All that `work` adds and changes is settled once, at its end; until then sums and visits stay as they were before it,
 * so that nothing in it may read them. For filling a ledger, where nobody does.
 */
export const settledOnce = <T>(tx: Writer, work: () => T): T =>
  settled(tx, (open) => {
    together.set(tx, open)
    try {
      return work()
    } finally {
      together.delete(tx)
    }
  })

interface Unsettled {
  readonly tally: Tally
  readonly keys: (VisitKey | null)[]
}

const together = new WeakMap<Writer, Unsettled>()

const settled = <T>(tx: Writer, work: (unsettled: Unsettled) => T): T => {
  const outer = together.get(tx)
  if (outer !== undefined) return work(outer)
  const own: Unsettled = { tally: createTally(), keys: [] }
  const result = work(own)
  settle(tx, own)
  return result
}

/** The day of a customer on which a receipt may make or unmake a visit. */
interface VisitKey {
  readonly customerId: number
  readonly day: number
}

/** A sale makes a visit of its own day; a refund may unmake that of its sale. Null where nobody is known. */
const visitKey = ({ refund, customerId, date, sale }: Omit<WrittenReceipt, 'lines'>): VisitKey | null => {
  const owner = refund ? (sale?.customerId ?? null) : customerId
  const day = refund ? (sale?.date ?? null) : date
  return owner === null || day === null ? null : { customerId: owner, day: dayPeriod(day) }
}

const share = (tx: Writer, tally: Tally, id: number, sign: 1 | -1): VisitKey | null => {
  const receipt = readReceiptPart(tx, id)
  if (receipt === undefined) return null
  const facts = {
    date: receipt.business_date,
    issuedAt: receipt.issued_at,
    refund: receipt.kind === 'refund',
    total: receipt.total,
    customerId: receipt.customer_id,
  }
  const lines = readLineParts(tx, id).map((line) => ({
    productId: line.product_id ?? productOf(tx, line.name),
    quantity: line.quantity,
    amount: line.amount,
  }))
  tallyReceipt(tally, { ...facts, lines }, sign)
  const sale =
    receipt.sale_date === null ? null : { customerId: receipt.sale_customer_id, date: receipt.sale_date }
  return visitKey({ ...facts, sale })
}

const settle = (tx: Writer, { tally, keys }: Unsettled): void => {
  const days = new Map<number, Set<number>>()
  for (const key of keys) {
    if (key === null) continue
    const known = days.get(key.customerId) ?? new Set()
    days.set(key.customerId, known.add(key.day))
  }
  for (const [customerId, touched] of days) {
    const toggles = [...touched].flatMap((day) => toggleOf(tx, customerId, day))
    for (const toggle of toggles) tallyToggle(tally, toggle)
    settlePattern(tx, tally, customerId, toggles)
  }
  addToSums(tx, tally.differences())
}

const toggleOf = (tx: Writer, customerId: number, day: number): Toggle[] => {
  const is = hasVisit(tx, { customer: customerId, date: dateOf(day) })
  return is === countedVisit(tx, customerId, day) ? [] : [{ customerId, day, is }]
}

/** One more visit after all others is told from its neighbours; anything else from all visits, before and after. */
const settlePattern = (tx: Writer, tally: Tally, customerId: number, toggles: readonly Toggle[]): void => {
  const [only] = toggles
  if (only === undefined) return
  const key = { customer: customerId, date: dateOf(only.day) }
  if (toggles.length === 1 && only.is && !hasVisitAfter(tx, key)) {
    const last = lastVisitBefore(tx, key)
    const first = last === null ? null : firstVisitBefore(tx, key)
    tallyNext(tally, only.day, periodOrNull(last), periodOrNull(first))
    return
  }
  const after = visitsOf(tx, customerId).map(dayPeriod)
  const before = new Set(after)
  for (const { day, is } of toggles) {
    if (is) before.delete(day)
    else before.add(day)
  }
  tallyPattern(
    tally,
    [...before].sort((a, b) => a - b),
    -1,
  )
  tallyPattern(tally, after, 1)
}

const periodOrNull = (date: string | null): number | null => (date === null ? null : dayPeriod(date))

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
import { type ReceiptFacts, tallyReceipt } from './shares/receipt-shares.ts'
import { addToSums } from './shares/sums.repo.ts'
import { createTally, type Tally } from './shares/tally.ts'
import { type Toggle, tallyNext, tallyPattern, tallyToggle } from './shares/visits.ts'

/**
 * Every aggregate over receipts is kept here, in the unit of work of the receipt itself. Whoever adds a receipt says so
 * afterwards; whoever changes its facts, lines or owner does it inside `receiptsChange`, so that its share is taken out
 * as it was and put in as it has become. What is the same before and after is not written.
 */
export const receiptAdded = (tx: Writer, receiptId: number): void => {
  const tally = createTally()
  settle(tx, tally, [share(tx, tally, receiptId, 1)])
}

/**
 * @param receiptIds receipts in whatever state before and after: those that `change` adds or deletes may be among them.
 * @returns what the change gave.
 */
export const receiptsChange = <T>(tx: Writer, receiptIds: readonly number[], change: () => T): T => {
  const tally = createTally()
  const before = receiptIds.map((id) => share(tx, tally, id, -1))
  const result = change()
  settle(tx, tally, [...before, ...receiptIds.map((id) => share(tx, tally, id, 1))])
  return result
}

/** The day of a customer on which a receipt may make or unmake a visit. */
interface VisitKey {
  readonly customerId: number
  readonly day: number
}

/** A sale makes a visit of its own day; a refund may unmake that of its sale. Null where nobody is known. */
const share = (tx: Writer, tally: Tally, id: number, sign: 1 | -1): VisitKey | null => {
  const receipt = readReceiptPart(tx, id)
  if (receipt === undefined) return null
  const refund = receipt.kind === 'refund'
  const facts: ReceiptFacts = {
    id,
    date: receipt.business_date,
    issuedAt: receipt.issued_at,
    refund,
    total: receipt.total,
    customerId: receipt.customer_id,
    lines: readLineParts(tx, id).map((line) => ({
      productId: line.product_id ?? productOf(tx, line.name),
      quantity: line.quantity,
      amount: line.amount,
    })),
  }
  tallyReceipt(tally, facts, sign)
  const customerId = refund ? receipt.sale_customer_id : receipt.customer_id
  const date = refund ? receipt.sale_date : receipt.business_date
  return customerId === null || date === null ? null : { customerId, day: dayPeriod(date) }
}

const settle = (tx: Writer, tally: Tally, keys: readonly (VisitKey | null)[]): void => {
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

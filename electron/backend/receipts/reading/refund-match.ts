import type { EpochMs } from '#shared/dates.ts'
import type { Won } from '#shared/won.ts'
import type { ReadItem, Reading } from './reading.ts'

/** A sale that a refund may take back, as the ledger knows it. */
export interface RefundCandidate {
  readonly receiptNumber: string | null
  readonly approvalNumber: string | null
  readonly businessNumber: string | null
  readonly issuedAt: EpochMs
  readonly total: Won
  /** What earlier refunds took back already, 0 or more. */
  readonly refunded: Won
  readonly items: readonly Pick<ReadItem, 'name' | 'quantity' | 'amount'>[]
}

export interface RefundMatch {
  /** 0: cannot be; 0.9 or more: it is this sale; between: ask. */
  readonly score: number
  readonly whole: boolean
}

const none: RefundMatch = { score: 0, whole: false }

const plain = (text: string): string => text.replace(/[^0-9A-Za-z]/g, '').toUpperCase()

/** Original numbers come with the date and the POS before them (`20260418-01-0112`): the tail decides. */
const sameNumber = (original: string, known: string): boolean => {
  const a = plain(original)
  const b = plain(known)
  if (a === '' || b === '') return false
  return a === b || (b.length >= 4 && a.endsWith(b)) || (a.length >= 4 && b.endsWith(a))
}

const plainName = (name: string): string => name.replace(/\s/g, '')

/** The share of the refund's items that the sale holds in at least that quantity. */
const itemsHeld = (refund: Reading, sale: RefundCandidate): number => {
  if (refund.items.length === 0) return 0
  const left = new Map<string, number>()
  for (const item of sale.items) {
    const name = plainName(item.name)
    left.set(name, (left.get(name) ?? 0) + item.quantity)
  }
  let held = 0
  for (const item of refund.items) {
    const name = plainName(item.name)
    const rest = left.get(name) ?? 0
    const wanted = Math.abs(item.quantity)
    if (rest < wanted) continue
    left.set(name, rest - wanted)
    held += 1
  }
  return held / refund.items.length
}

/**
 * How surely a refund takes back a sale: by its number, by its approval, by items, total and time. A refund
 * cannot come before its sale, nor take back more than is left of it.
 */
export const matchRefund = (refund: Reading, sale: RefundCandidate): RefundMatch => {
  const amount = Math.abs(refund.total ?? 0)
  const left = sale.total - sale.refunded
  if (refund.total === null || amount === 0 || amount > left) return none
  if (refund.issuedAt !== null && sale.issuedAt > refund.issuedAt + 60_000) return none
  if (
    refund.businessNumber !== null &&
    sale.businessNumber !== null &&
    refund.businessNumber !== sale.businessNumber
  ) {
    return none
  }
  const whole = amount === sale.total
  const original = refund.originalReceipt
  const numbers = [sale.receiptNumber, sale.approvalNumber].filter((number) => number !== null)
  if (original !== null && numbers.some((number) => sameNumber(original, number))) {
    return { score: whole ? 0.99 : 0.95, whole }
  }
  if (refund.approvalNumber !== null && refund.approvalNumber === sale.approvalNumber) {
    return { score: whole ? 0.97 : 0.92, whole }
  }
  // The paper names another sale: likeness does not count against that.
  if (original !== null && numbers.length > 0) return none
  const held = itemsHeld(refund, sale)
  const sameDay = refund.issuedAt !== null && refund.issuedAt - sale.issuedAt < 24 * 60 * 60 * 1000
  const likeness = (whole ? 0.4 : 0.15) + held * 0.35 + (sameDay ? 0.1 : 0)
  return { score: held === 0 && !whole ? 0 : Math.round(likeness * 100) / 100, whole }
}

/** The best sale for a refund: certain, or the likely ones to ask about, best first. */
export interface RefundDecision<T> {
  readonly certain: T | null
  readonly likely: readonly T[]
}

const certainFrom = 0.9
const likelyFrom = 0.4
const likelyOnly = 0.85

/**
 * Chooses among candidate sales. Without a number it is certain only where exactly one sale has the same
 * items and total on the same day; otherwise people are asked.
 */
export const chooseSale = <T extends RefundCandidate>(
  refund: Reading,
  sales: readonly T[],
): RefundDecision<T> => {
  const scored = sales
    .map((sale) => ({ sale, score: matchRefund(refund, sale).score }))
    .filter(({ score }) => score >= likelyFrom)
    .sort((a, b) => b.score - a.score || b.sale.issuedAt - a.sale.issuedAt)
  const [first, second] = scored
  const alone = first !== undefined && (second === undefined || second.score < first.score)
  const sure = first !== undefined && alone && (first.score >= certainFrom || first.score >= likelyOnly)
  return { certain: sure ? first.sale : null, likely: scored.map(({ sale }) => sale) }
}

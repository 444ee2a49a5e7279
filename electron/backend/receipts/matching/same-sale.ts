import type { Reading } from '../reading/reading.ts'

/** What the ledger has of a receipt that may be the same sale. */
export interface KnownSale {
  readonly issued_at: number
  readonly receipt_number: string | null
  readonly approval_number: string | null
  /** Asked for only where nothing else decides. */
  items(): readonly SoldItem[]
}

/**
 * How far the time on a copy may lie from its original's. Customers' copies of two equal sales differ in nothing
 * else; the shop's copy is printed right after; a reprint may say when it was printed.
 */
export const copyWindowMs = 15 * 60_000
const windowOf = (copy: Reading): number => {
  if (copy.reprint) return copyWindowMs
  return copy.copy === 'customer' ? 59_999 : 3 * 60_000
}

/**
 * Whether a paper that says itself that it is a copy or a reprint repeats this sale. The totals are equal already.
 * Numbers decide where both have them; otherwise items and time have to agree.
 */
export const repeats = (copy: Reading, at: number, known: KnownSale): boolean => {
  if (copy.receiptNumber !== null && known.receipt_number !== null) {
    return copy.receiptNumber === known.receipt_number
  }
  if (copy.approvalNumber !== null && known.approval_number !== null) {
    return copy.approvalNumber === known.approval_number
  }
  const near = Math.abs((copy.issuedAt ?? at) - known.issued_at) <= windowOf(copy)
  return near && (copy.items.length === 0 || sameItems(copy.items, known.items()))
}

/**
 * Whether two strong papers are one sale although their leading marks differ: the same card approval on one day, or
 * the same items in the same second. Where both have a number, different numbers are different sales.
 */
export const isSame = (paper: Reading, known: KnownSale): boolean => {
  if (differ(paper.receiptNumber, known.receipt_number)) return false
  if (differ(paper.approvalNumber, known.approval_number)) return false
  const approved = paper.approvalNumber !== null && paper.approvalNumber === known.approval_number
  const seconds =
    paper.issuedAt !== null && paper.issuedAt % 60_000 !== 0 && paper.issuedAt === known.issued_at
  return approved || (seconds && sameItems(paper.items, known.items()))
}

const differ = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other

export interface SoldItem {
  readonly name: string
  readonly amount: number | null
}

/** Names without their blanks, amounts without their sign; the order does not matter. */
export const sameItems = (ones: readonly SoldItem[], others: readonly SoldItem[]): boolean => {
  const keys = (items: readonly SoldItem[]): string =>
    items
      .map((item) => `${item.name.replace(/\s/g, '')}=${Math.abs(item.amount ?? 0)}`)
      .sort()
      .join('\n')
  return keys(ones) === keys(others)
}

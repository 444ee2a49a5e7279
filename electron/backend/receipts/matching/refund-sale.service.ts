import { addDays, businessDate } from '#shared/dates.ts'
import { receiptsChange } from '../../analytics/shares.service.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import { setRefunded } from '../entering/receipt-writes.repo.ts'
import { settlePaper } from '../kept/paper.repo.ts'
import type { Reading } from '../reading/reading.ts'
import { matchRefund, type RefundCandidate } from '../reading/refund-match.ts'
import { type ReceiptRecord, remainingOf } from '../receipts.repo.ts'
import {
  type Days,
  itemsOf,
  receiptsOfApproval,
  receiptsOfNumber,
  receiptsOfTotal,
  refundsAlone,
} from './matching.repo.ts'
import { dayInNumber, mayName } from './sale-number.ts'

/** How long after its sale a refund without a number still finds it by items and total. */
const lookBackMs = 31 * 24 * 60 * 60_000
/** A refund that names its sale without the day: numbers begin anew, and what is older is asked about. */
const longestDays = 400
/** POS and terminal clocks differ by a few minutes. */
const clockSlackMs = 60_000
/** The same items and total on the same day, or better. */
const certainFrom = 0.85

/**
 * The sale that a refund gives back, whole or in part: by its number, by the card approval, else by the same items
 * and total. Null when there is none, or when several customers' sales could be meant: that is asked about.
 */
export const findRefundedSale = (reader: Reader, refund: Reading, at: number): ReceiptRecord | null => {
  const scored = candidates(reader, refund, at)
    .filter((sale) => sale.kind !== 'refund' && sale.issued_at <= (refund.issuedAt ?? at) + clockSlackMs)
    .map((sale) => ({ sale, score: matchRefund(refund, candidateOf(reader, sale)).score }))
    .filter(({ score }) => score >= certainFrom)
    .sort((a, b) => b.score - a.score || b.sale.issued_at - a.sale.issued_at)
  const best = scored.filter(({ score }) => score === scored[0]?.score).map(({ sale }) => sale)
  // Among equal sales of one owner (or of nobody) it makes no difference which one is meant.
  return new Set(best.map((sale) => sale.customer_id)).size === 1 ? (best[0] ?? null) : null
}

const candidates = (reader: Reader, refund: Reading, at: number): ReceiptRecord[] => {
  const { originalReceipt: original, approvalNumber: approval } = refund
  const issued = refund.issuedAt ?? at
  const day = original === null ? null : dayInNumber(original)
  const year: Days = {
    from: addDays(businessDate(issued), -longestDays),
    to: addDays(businessDate(issued + clockSlackMs), 1),
  }
  const days = day === null ? year : { from: day, to: day }
  const numbered =
    original === null ? [] : numberForms(original).flatMap((form) => receiptsOfNumber(reader, days, form))
  const approved = approval === null ? [] : receiptsOfApproval(reader, year, approval)
  const alike = receiptsOfTotal(
    reader,
    issued - lookBackMs,
    issued + clockSlackMs,
    Math.abs(refund.total ?? 0),
  )
  return [...new Map([...numbered, ...approved, ...alike].map((sale) => [sale.id, sale])).values()]
}

const candidateOf = (reader: Reader, sale: ReceiptRecord): RefundCandidate => ({
  receiptNumber: sale.receipt_number,
  approvalNumber: sale.approval_number,
  businessNumber: sale.business_number,
  issuedAt: sale.issued_at,
  total: sale.total,
  refunded: sale.total - remainingOf(reader, sale.id),
  items: itemsOf(reader, sale.id).map((line) => ({
    name: line.name,
    quantity: line.quantity ?? 1,
    amount: line.amount ?? 0,
  })),
})

/** A sale that comes after its refund (another source was away): the refund that names it is joined to it. */
export const joinEarlierRefunds = (tx: Writer, sale: ReceiptRecord): void => {
  if (sale.receipt_number === null) return
  for (const refund of refundsAlone(tx, sale.received_at - lookBackMs)) {
    const named = refund.original_number !== null && mayName(refund.original_number, sale)
    if (!named || !canGiveBack(tx, sale, refund.issued_at, Math.abs(refund.total))) continue
    receiptsChange(tx, [refund.id], () => setRefunded(tx, refund.id, sale))
    settlePaper(tx, refund.paper_id)
  }
}

const canGiveBack = (reader: Reader, sale: ReceiptRecord, refundedAt: number, amount: number): boolean =>
  sale.kind !== 'refund' &&
  sale.issued_at <= refundedAt + clockSlackMs &&
  remainingOf(reader, sale.id) >= amount

/** The whole number, and what of it may be kept as the sale's own: without the day, and its last part. */
const numberForms = (number: string): string[] => {
  const parts = number.split('-')
  return [...new Set([number, parts.slice(1).join('-'), parts.at(-1) ?? ''])].filter((form) => form !== '')
}

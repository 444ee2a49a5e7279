import { addDays, businessDate } from '#shared/dates.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import {
  itemsOf,
  receiptsOfApproval,
  receiptsOfNumber,
  receiptsOfTotal,
  refundsAlone,
} from './matching.repo.ts'
import { settlePaper } from './paper.repo.ts'
import type { Reading } from './reading/reading.ts'
import { setRefunded } from './receipt-writes.repo.ts'
import { type ReceiptRecord, remainingOf } from './receipts.repo.ts'
import { mayName } from './sale-number.ts'
import { sameItems } from './same-sale.ts'

/** How long after its sale a refund without a number still finds it by items and total. */
const lookBackDays = 31
/** POS and terminal clocks differ by a few minutes. */
const clockSlackMs = 10 * 60_000

/**
 * The sale that a refund gives back, whole or in part: by its number, by the card approval, else by the same items
 * and total. Null when there is none, or when several customers' sales could be meant: that is asked about.
 */
export const findRefundedSale = (reader: Reader, refund: Reading, at: number): ReceiptRecord | null => {
  const amount = Math.abs(refund.total ?? 0)
  const issued = refund.issuedAt ?? at
  const fits = (sale: ReceiptRecord): boolean => canGiveBack(reader, sale, issued, amount)

  const { originalReceipt, approvalNumber } = refund
  const named =
    originalReceipt === null
      ? []
      : numberForms(originalReceipt).flatMap((form) => receiptsOfNumber(reader, form))
  const byNumber = named.find((sale) => mayName(originalReceipt ?? '', sale) && fits(sale))
  if (byNumber !== undefined) return byNumber
  const approved = approvalNumber === null ? [] : receiptsOfApproval(reader, approvalNumber)
  const byApproval = approved.find(fits)
  if (byApproval !== undefined) return byApproval

  const today = businessDate(issued)
  const alike = receiptsOfTotal(reader, addDays(today, -lookBackDays), addDays(today, 1), amount)
    .filter(fits)
    .filter((sale) => refund.items.length > 0 && sameItems(refund.items, itemsOf(reader, sale.id)))
  const owners = new Set(alike.map((sale) => sale.customer_id))
  return owners.size === 1 ? (alike[0] ?? null) : null
}

/** A sale that comes after its refund (another source was away): the refund that names it is joined to it. */
export const joinEarlierRefunds = (tx: Writer, sale: ReceiptRecord): void => {
  if (sale.receipt_number === null) return
  for (const refund of refundsAlone(tx, sale.received_at - lookBackDays * 24 * 60 * 60_000)) {
    const named = refund.original_number !== null && mayName(refund.original_number, sale)
    if (!named || !canGiveBack(tx, sale, refund.issued_at, Math.abs(refund.total))) continue
    setRefunded(tx, refund.id, sale)
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

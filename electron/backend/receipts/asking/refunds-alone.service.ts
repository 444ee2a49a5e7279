import { addDays, type BusinessDate, businessDate, type EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import { receiptsChange } from '../../analytics/shares.service.ts'
import type { Loyalty } from '../../loyalty/loyalty.service.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import { setRefunded, unsetRefunded } from '../entering/receipt-writes.repo.ts'
import { type PaperRow, setPaperState } from '../kept/paper.repo.ts'
import { itemsOf } from '../matching/matching.repo.ts'
import { sameItems } from '../matching/same-sale.ts'
import { findReceipt, type ReceiptRecord, remainingOf } from '../receipts.repo.ts'
import { receiptOfPaper } from '../teaching/amend.repo.ts'
import { type Answer, addAnswer } from './answers.repo.ts'
import { salesOfDays } from './sales-of-days.repo.ts'

/** A refund whose sale was not found; null where the paper is none. */
export const refundAlone = (reader: Reader, paper: PaperRow): ReceiptRecord | null => {
  const receipt = receiptOfPaper(reader, paper.id)
  return receipt?.kind === 'refund' && receipt.refunds_receipt_id === null ? receipt : null
}

/** Without a day: the last weeks, in which nearly all is given back. */
const usualDays = 31
const mostShown = 20

/**
 * Sales that this refund may give back, likeliest first: enough is left of them, they came before it. Those of its very
 * total and items first, then by how near they are. @param day only those of this business day.
 */
export const salesFor = (
  reader: Reader,
  refund: ReceiptRecord,
  day: BusinessDate | null,
): ReceiptRecord[] => {
  const last = businessDate(refund.issued_at + clockSlackMs)
  const days =
    day === null ? { from: addDays(last, -usualDays), to: addDays(last, 1) } : { from: day, to: day }
  const amount = Math.abs(refund.total)
  const wanted = itemsOf(reader, refund.id)
  const names = new Set(wanted.map((item) => item.name.replace(/\s/g, '')))
  const likeness = (sale: ReceiptRecord): number => {
    const items = itemsOf(reader, sale.id)
    const shared = items.filter((item) => names.has(item.name.replace(/\s/g, ''))).length
    return (sale.total === amount ? 2 : 0) + (sameItems(items, wanted) ? 2 : 0) + (shared > 0 ? 1 : 0)
  }
  return salesOfDays(reader, days, amount, refund.issued_at + clockSlackMs)
    .filter((sale) => remainingOf(reader, sale.id) >= amount)
    .map((sale) => ({ sale, score: likeness(sale) }))
    .sort((a, b) => b.score - a.score || b.sale.issued_at - a.sale.issued_at)
    .slice(0, mostShown)
    .map(({ sale }) => sale)
}

/** POS and terminal clocks differ by a few minutes. */
const clockSlackMs = 5 * 60_000

/**
 * The owner has picked the sale: the refund is its, and its customer's points follow. Throws `review.not-asked`,
 * `receipt.not-found`, `review.cannot-give-back` where less is left of the sale, or it came later.
 */
export const joinRefund = (
  tx: Writer,
  loyalty: Pick<Loyalty, 'refund'>,
  paper: PaperRow,
  saleId: number,
  at: EpochMs,
): ReceiptRecord => {
  const refund = refundAlone(tx, paper)
  if (refund === null) throw new DangolError('review.not-asked')
  const sale = findReceipt(tx, saleId)
  if (sale === undefined) throw new DangolError('receipt.not-found')
  const fits =
    sale.kind !== 'refund' &&
    sale.issued_at <= refund.issued_at + clockSlackMs &&
    remainingOf(tx, saleId) >= Math.abs(refund.total)
  if (!fits) throw new DangolError('review.cannot-give-back')
  receiptsChange(tx, [refund.id], () => setRefunded(tx, refund.id, sale))
  loyalty.refund(tx, sale, refund.id, at)
  const none = { gone_paper_id: null, gone_json: null }
  addAnswer(tx, { ...none, paper_id: paper.id, answer: 'refund-of', receipt_id: saleId, at })
  setPaperState(tx, paper.id, 'read')
  return refund
}

/** The refund is alone again, and the sale worth what it was. */
export const takeBackJoin = (
  tx: Writer,
  loyalty: Pick<Loyalty, 'adjust'>,
  answer: Answer,
  at: EpochMs,
): number | null => {
  const refund = receiptOfPaper(tx, answer.paper_id)
  const sale = findReceipt(tx, answer.receipt_id ?? 0)
  if (refund !== null) receiptsChange(tx, [refund.id], () => unsetRefunded(tx, refund.id))
  if (sale !== undefined) loyalty.adjust(tx, sale, at)
  setPaperState(tx, answer.paper_id, 'review')
  return sale?.id ?? null
}

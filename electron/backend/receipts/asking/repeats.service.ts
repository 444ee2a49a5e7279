import type { EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import { receiptsChange } from '../../analytics/shares.service.ts'
import type { Loyalty } from '../../loyalty/loyalty.service.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import { addToDay } from '../entering/receipt-writes.repo.ts'
import { type PaperRow, setPaperState } from '../kept/paper.repo.ts'
import { type ReceiptRecord, refundsOf } from '../receipts.repo.ts'
import { receiptOfPaper } from '../teaching/amend.repo.ts'
import { type Answer, addAnswer, paperAlike } from './answers.repo.ts'
import {
  dropReceipt,
  emptyReceipt,
  isNamed,
  restoreReceipt,
  wholeReceipt,
  withdrawnFrom,
  withdrawnJson,
} from './withdrawn.repo.ts'

/** Two papers that nothing tells apart, each with the receipt that came of it. */
export interface Twins {
  readonly earlier: ReceiptRecord
  readonly own: ReceiptRecord
}

/** The receipt of a paper that may be a repeat, and that of the paper before it; null where there are no two. */
export const twinsOf = (reader: Reader, paper: PaperRow): Twins | null => {
  const own = receiptOfPaper(reader, paper.id)
  const alike = paperAlike(reader, paper)
  const earlier = alike === null ? null : receiptOfPaper(reader, alike)
  return own === null || earlier === null ? null : { own, earlier }
}

/** "One sale printed twice": what has changed for those who look on. */
export interface OneSale {
  readonly keptId: number
  readonly goneId: number
}

/**
 * One of the two receipts leaves the ledger, with its day, its share of every sum and its points. It is the one that
 * nothing in the ledger names; where both are named, one that is nobody's, else the later one: entries cannot be
 * deleted, so it stays as a taking back of 0 won beside the other. Throws `review.not-asked`, `review.given-back`.
 */
export const sayOneSale = (
  tx: Writer,
  loyalty: Pick<Loyalty, 'detach'>,
  paper: PaperRow,
  at: EpochMs,
): OneSale => {
  const twins = twinsOf(tx, paper)
  if (twins === null) throw new DangolError('review.not-asked')
  const two = [twins.own, twins.earlier]
  const gone =
    two.find(({ id }) => !isNamed(tx, id)) ?? two.find((one) => one.customer_id === null) ?? twins.own
  const kept = gone.id === twins.own.id ? twins.earlier : twins.own
  if (refundsOf(tx, gone.id).length > 0) throw new DangolError('review.given-back')
  const whole = wholeReceipt(tx, gone.id)
  if (whole === undefined) throw new DangolError('receipt.not-found')
  if (gone.customer_id !== null) loyalty.detach(tx, gone, at)
  const named = isNamed(tx, gone.id)
  receiptsChange(tx, [gone.id], () => {
    if (named) emptyReceipt(tx, gone.id, kept)
    else dropReceipt(tx, gone.id)
  })
  addToDay(tx, dayOf(gone, -1, named ? 1 : 0))
  addAnswer(tx, {
    paper_id: paper.id,
    answer: 'one-sale',
    receipt_id: kept.id,
    gone_paper_id: gone.paper_id,
    gone_json: withdrawnJson(whole),
    at,
  })
  setPaperState(tx, kept.paper_id, 'read')
  setPaperState(tx, gone.paper_id, 'set-aside')
  return { keptId: kept.id, goneId: gone.id }
}

/** "Two sales": both count, as they did. Throws `review.not-asked`. */
export const sayTwoSales = (tx: Writer, paper: PaperRow, at: EpochMs): void => {
  if (receiptOfPaper(tx, paper.id) === null) throw new DangolError('review.not-asked')
  const none = { receipt_id: null, gone_paper_id: null, gone_json: null }
  addAnswer(tx, { ...none, paper_id: paper.id, answer: 'two-sales', at })
  setPaperState(tx, paper.id, 'read')
}

/** The receipt comes back as it stood, its customer's too. @returns its id. */
export const takeBackOneSale = (
  tx: Writer,
  loyalty: Pick<Loyalty, 'attach'>,
  answer: Answer,
  at: EpochMs,
): number => {
  const whole = withdrawnFrom(answer.gone_json ?? '')
  const { receipt } = whole
  const named = isNamed(tx, receipt.id)
  const restored = receiptsChange(tx, [receipt.id], () => restoreReceipt(tx, whole))
  addToDay(tx, dayOf(receipt, 1, named ? -1 : 0))
  if (receipt.customer_id !== null) loyalty.attach(tx, restored, receipt.customer_id, at)
  setPaperState(tx, receipt.paper_id, 'read')
  setPaperState(tx, answer.paper_id, 'review')
  return receipt.id
}

const dayOf = (receipt: ReceiptRecord, sign: 1 | -1, refunds: number) => ({
  business_date: receipt.business_date,
  sales: sign,
  refunds,
  net: sign * receipt.total,
  attached: 0,
})

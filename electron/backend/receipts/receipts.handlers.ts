import type { HandlersOf } from '../handlers.ts'
import type { AskingService } from './asking/asking.service.ts'
import type { ReviewService } from './kept/review.service.ts'
import type { ReceiptsService } from './receipts.service.ts'

export interface ReceiptViews {
  readonly receipts: ReceiptsService
  readonly review: ReviewService
  readonly asking: AskingService
}

/** @param views of the ledger that is open. */
export const receiptsHandlers = (views: () => ReceiptViews): HandlersOf<'receipts' | 'review'> => ({
  'receipts.recent': ({ limit }) => views().receipts.recent(limit),
  'receipts.paper': ({ receiptId }) => views().review.paperOfReceipt(receiptId),
  'review.list': () => views().review.list(),
  'review.paper': ({ paperId }) => views().review.paper(paperId),
  'review.twins': ({ paperId }) => views().asking.twins(paperId),
  'review.answerRepeat': ({ paperId, answer }) => {
    views().asking.answerRepeat(paperId, answer)
    return {}
  },
  'review.sales': ({ paperId, day }) => views().asking.sales(paperId, day),
  'review.joinRefund': ({ paperId, receiptId }) => {
    views().asking.joinRefund(paperId, receiptId)
    return {}
  },
  'review.settled': () => views().asking.settled(),
  'review.restore': ({ paperId }) => {
    views().asking.restore(paperId)
    return {}
  },
  'review.dismiss': ({ paperId }) => {
    views().review.dismiss(paperId)
    return {}
  },
})

import type { HandlersOf } from '../handlers.ts'
import type { ReviewService } from './kept/review.service.ts'
import type { ReceiptsService } from './receipts.service.ts'

export interface ReceiptViews {
  readonly receipts: ReceiptsService
  readonly review: ReviewService
}

/** @param views of the ledger that is open. */
export const receiptsHandlers = (views: () => ReceiptViews): HandlersOf<'receipts' | 'review'> => ({
  'receipts.recent': ({ limit }) => views().receipts.recent(limit),
  'receipts.paper': ({ receiptId }) => views().review.paperOfReceipt(receiptId),
  'review.list': () => views().review.list(),
  'review.paper': ({ paperId }) => views().review.paper(paperId),
  'review.dismiss': ({ paperId }) => {
    views().review.dismiss(paperId)
    return {}
  },
})

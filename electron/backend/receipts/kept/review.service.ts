import type { CallOutput } from '#shared/contract/index.ts'
import { DangolError } from '#shared/errors.ts'
import type { Reader, UnitOfWork } from '../../platform/db/statements.ts'
import type { Emit } from '../../platform/emit.ts'
import { papersOf } from '../paper/papers-of.ts'
import { findReceipt } from '../receipts.repo.ts'
import { countToReview, dismissPaper, findPaper, paperBytes, papersToReview } from './paper.repo.ts'
import { type PaperView, paperView, problemList } from './paper-view.ts'

export interface ReviewService {
  /** 확인 필요, newest first; the latest 500. */
  list(): CallOutput<'review.list'>
  count(): number
  /** Throws `paper.not-found`. Its lines are empty where the bytes were dropped after their time. */
  paper(paperId: number): PaperView
  /** Throws `receipt.not-found`. */
  paperOfReceipt(receiptId: number): PaperView
  /** "This is no sale": kept, but off the list. Twice changes nothing. Throws `paper.not-found`. */
  dismiss(paperId: number): void
}

const longest = 500

export const createReviewService = (reader: Reader, unit: UnitOfWork, emit: Emit): ReviewService => {
  const paper = (paperId: number): PaperView => {
    const row = findPaper(reader, paperId)
    if (row === undefined) throw new DangolError('paper.not-found')
    const bytes = paperBytes(reader, paperId)
    return paperView(row, bytes === null ? [] : papersOf(bytes, row.encoding === 'utf8' ? 'utf8' : 'cp949'))
  }
  return {
    list: () =>
      papersToReview(reader, longest).map((row) => ({
        paperId: row.id,
        receivedAt: row.received_at,
        sourceName: row.source_name,
        kind: row.kind,
        problems: problemList(row.problems),
        total: row.total,
      })),
    count: () => countToReview(reader),
    paper,
    paperOfReceipt(receiptId) {
      const receipt = findReceipt(reader, receiptId)
      if (receipt === undefined) throw new DangolError('receipt.not-found')
      return paper(receipt.paper_id)
    },
    dismiss(paperId) {
      const changed = unit.write((tx) => {
        if (findPaper(tx, paperId) === undefined) throw new DangolError('paper.not-found')
        return dismissPaper(tx, paperId)
      })
      if (changed) emit('review.changed', { count: countToReview(reader) })
    },
  }
}

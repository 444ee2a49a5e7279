import type { CallOutput } from '#shared/contract/index.ts'
import type { BusinessDate } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import type { Loyalty } from '../../loyalty/loyalty.service.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Reader, UnitOfWork, Writer } from '../../platform/db/statements.ts'
import type { Emit } from '../../platform/emit.ts'
import { countToReview, findPaper, type PaperRow, setPaperState } from '../kept/paper.repo.ts'
import { problemList } from '../kept/paper-view.ts'
import type { ReceiptsService } from '../receipts.service.ts'
import { answerOf, removeAnswer, settledPapers } from './answers.repo.ts'
import { joinRefund, refundAlone, salesFor, takeBackJoin } from './refunds-alone.service.ts'
import { sayOneSale, sayTwoSales, takeBackOneSale, twinsOf } from './repeats.service.ts'

/** What people are asked about papers that count, and what they have answered. */
export interface AskingService {
  /** The two receipts of papers that nothing tells apart. Throws `paper.not-found`, `review.not-asked`. */
  twins(paperId: number): CallOutput<'review.twins'>
  /** Throws `paper.not-found`, `review.not-asked`, `review.given-back`. */
  answerRepeat(paperId: number, answer: 'one-sale' | 'two-sales'): void
  /** Sales that a refund may give back, likeliest first. Throws `paper.not-found`, `review.not-asked`. */
  sales(paperId: number, day: BusinessDate | null): CallOutput<'review.sales'>
  /** Throws `paper.not-found`, `review.not-asked`, `receipt.not-found`, `review.cannot-give-back`. */
  joinRefund(paperId: number, receiptId: number): void
  /** Dismissed and answered papers, the latest of each. */
  settled(): CallOutput<'review.settled'>
  /** Takes back what was said of a paper: it is asked about again. Throws `paper.not-found`, `review.not-asked`. */
  restore(paperId: number): void
}

export interface AskingParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly clock: Clock
  readonly emit: Emit
  readonly loyalty: Loyalty
  readonly receipts: ReceiptsService
}

const mostSettled = 100

export const createAsking = ({
  reader,
  unit,
  clock,
  emit,
  loyalty,
  receipts,
}: AskingParts): AskingService => {
  /** @returns receipts that are there and have changed. */
  const answer = (
    paperId: number,
    work: (tx: Writer, paper: PaperRow) => readonly (number | null)[],
  ): void => {
    const changed = unit.write((tx) => work(tx, paperOf(tx, paperId)))
    for (const id of changed) if (id !== null) emit('receipt.changed', receipts.row(id))
    emit('review.changed', { count: countToReview(reader) })
  }

  return {
    twins(paperId) {
      const twins = twinsOf(reader, paperOf(reader, paperId))
      if (twins === null) throw new DangolError('review.not-asked')
      const shown = ({ id, paper_id, received_at }: (typeof twins)['own']) => ({
        paperId: paper_id,
        receivedAt: received_at,
        receipt: receipts.row(id),
      })
      return { earlier: shown(twins.earlier), own: shown(twins.own) }
    },
    answerRepeat(paperId, said) {
      answer(paperId, (tx, paper) => {
        waiting(paper)
        if (said === 'one-sale') return [sayOneSale(tx, loyalty, paper, clock.now()).keptId]
        sayTwoSales(tx, paper, clock.now())
        return []
      })
    },
    sales(paperId, day) {
      const refund = refundAlone(reader, paperOf(reader, paperId))
      if (refund === null) throw new DangolError('review.not-asked')
      return salesFor(reader, refund, day).map((sale) => receipts.row(sale.id))
    },
    joinRefund(paperId, receiptId) {
      answer(paperId, (tx, paper) => {
        waiting(paper)
        return [joinRefund(tx, loyalty, paper, receiptId, clock.now()).id, receiptId]
      })
    },
    settled: () =>
      settledPapers(reader, mostSettled).map((row) => ({
        paperId: row.id,
        receivedAt: row.received_at,
        sourceName: row.source_name,
        kind: row.kind,
        problems: problemList(row.problems),
        total: row.total,
        said: row.answer ?? 'dismissed',
      })),
    restore(paperId) {
      answer(paperId, (tx, paper) => {
        const said = answerOf(tx, paperId)
        if (said === undefined) {
          if (paper.state !== 'dismissed') throw new DangolError('review.not-asked')
          setPaperState(tx, paperId, 'review')
          return []
        }
        removeAnswer(tx, paperId)
        if (said.answer === 'one-sale') return [takeBackOneSale(tx, loyalty, said, clock.now())]
        if (said.answer === 'refund-of') return [takeBackJoin(tx, loyalty, said, clock.now())]
        setPaperState(tx, paperId, 'review')
        return []
      })
    },
  }
}

const waiting = (paper: PaperRow): void => {
  if (paper.state !== 'review') throw new DangolError('review.not-asked')
}

const paperOf = (from: Reader, paperId: number): PaperRow => {
  const paper = findPaper(from, paperId)
  if (paper === undefined) throw new DangolError('paper.not-found')
  return paper
}

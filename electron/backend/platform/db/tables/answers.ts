import type { EpochMs } from '#shared/dates.ts'

export interface AnswerTables {
  paper_answer: {
    paper_id: number
    answer: 'one-sale' | 'two-sales' | 'refund-of'
    receipt_id: number | null
    gone_paper_id: number | null
    gone_json: string | null
    at: EpochMs
  }
}

import type { AnswerTables } from '#backend/platform/db/tables/answers.ts'
import type { Columns } from './columns.ts'

export const answerColumns: Columns<AnswerTables> = {
  paper_answer: {
    paper_id: 'INTEGER',
    answer: 'TEXT',
    receipt_id: 'INTEGER NULL',
    gone_paper_id: 'INTEGER NULL',
    gone_json: 'TEXT NULL',
    at: 'INTEGER',
  },
}

import { sql } from 'kysely'
import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import type { PaperRow } from '../kept/paper.repo.ts'

export type Answer = Schema['paper_answer']
type Id = { id: number }
type Limit = { limit: number }

/** A paper that nobody waits for any more, and what was said of it. */
export type SettledPaper = PaperRow & { readonly answer: Answer['answer'] | null }

const insert = hot<Answer, unknown>((param) =>
  query.insertInto('paper_answer').values({
    paper_id: param('paper_id'),
    answer: param('answer'),
    receipt_id: param('receipt_id'),
    gone_paper_id: param('gone_paper_id'),
    gone_json: param('gone_json'),
    at: param('at'),
  }),
)
const remove = hot<Id, unknown>((param) =>
  query.deleteFrom('paper_answer').where('paper_id', '=', param('id')),
)
const byPaper = hot<Id, Answer>((param) =>
  query.selectFrom('paper_answer').selectAll().where('paper_id', '=', param('id')),
)
/** Asked for papers of which the receipt is gone: whether another answer took it away. */
const goneBy = hot<Id, Id>((param) =>
  query.selectFrom('paper_answer').select('paper_id as id').where('gone_paper_id', '=', param('id')),
)
const answered = hot<Limit, SettledPaper>((param) =>
  query
    .selectFrom('paper_answer as a')
    .innerJoin('paper as p', 'p.id', 'a.paper_id')
    .selectAll('p')
    .select('a.answer')
    .orderBy('a.at', 'desc')
    .limit(param('limit')),
)
const dismissed = hot<Limit, SettledPaper>((param) =>
  query
    .selectFrom('paper as p')
    .selectAll('p')
    .select(sql<null>`null`.as('answer'))
    .where('p.state', '=', 'dismissed')
    .orderBy('p.received_at', 'desc')
    .limit(param('limit')),
)
const alike = hot<{ id: number; digest: string; minute: number; before: number }, Id>((param) =>
  query
    .selectFrom('paper as p')
    .innerJoin('receipt as r', 'r.paper_id', 'p.id')
    .select('p.id')
    .where('p.digest', '=', param('digest'))
    // As the index has it; two minutes may hold what came within one.
    .where(sql<number>`p.received_at / 60000`, 'in', [param('minute'), param('before')])
    .where('p.id', '<', param('id'))
    .orderBy('p.id', 'desc')
    .limit(1),
)

export const addAnswer = (tx: Writer, answer: Answer): void => {
  tx.run(insert(answer))
}

export const removeAnswer = (tx: Writer, paperId: number): void => {
  tx.run(remove({ id: paperId }))
}

export const answerOf = (reader: Reader, paperId: number): Answer | undefined =>
  reader.first(byPaper({ id: paperId }))

/** Whether somebody has said that this paper's sale was printed twice and counts by the other paper. */
export const isGone = (reader: Reader, paperId: number): boolean =>
  reader.first(goneBy({ id: paperId })) !== undefined

/** Answered and dismissed papers, the latest of each. */
export const settledPapers = (reader: Reader, limit: number): SettledPaper[] => [
  ...reader.all(answered({ limit })),
  ...reader.all(dismissed({ limit })),
]

/** The paper of the very same bytes that came last before this one, and has a receipt; null where there is none. */
export const paperAlike = (reader: Reader, { id, digest, received_at }: PaperRow): number | null => {
  const minute = Math.floor(received_at / 60_000)
  return reader.first(alike({ id, digest, minute, before: minute - 1 }))?.id ?? null
}

import { type SqlBool, sql } from 'kysely'
import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import type { KeptPaper } from './reread.ts'

type Correction = Schema['correction']

const withBytes = () =>
  query
    .selectFrom('paper as p')
    .innerJoin('paper_bytes as b', 'b.paper_id', 'p.id')
    .selectAll('p')
    .select('b.bytes')

const waiting = hot<{ limit: number }, KeptPaper>((param) =>
  withBytes()
    // Said in the query itself: the index of the few that wait serves no parameter.
    .where(sql<SqlBool>`p.state = 'review'`)
    .where('p.id', 'not in', query.selectFrom('correction').select('paper_id'))
    .orderBy('p.received_at', 'desc')
    .limit(param('limit')),
)
const recent = hot<{ limit: number }, KeptPaper>((param) =>
  withBytes()
    .where('p.state', 'in', ['read', 'set-aside'])
    .where('p.id', 'not in', query.selectFrom('correction').select('paper_id'))
    .orderBy('p.id', 'desc')
    .limit(param('limit')),
)
const counted = hot<{ limit: number }, { bytes: Uint8Array; encoding: string }>((param) =>
  query
    .selectFrom('paper as p')
    .innerJoin('paper_bytes as b', 'b.paper_id', 'p.id')
    .select(['b.bytes', 'p.encoding'])
    .where('p.state', '=', 'read')
    .orderBy('p.id', 'desc')
    .limit(param('limit')),
)
const insertCorrection = hot<Correction, unknown>((param) =>
  query.insertInto('correction').values({
    id: param('id'),
    paper_id: param('paper_id'),
    who: param('who'),
    at: param('at'),
    before_json: param('before_json'),
    after_json: param('after_json'),
  }),
)
/** Papers to look at and the latest others, oldest first; what somebody wrote by hand is not among them. */
export const keptPapers = (reader: Reader, mostWaiting: number, mostRecent: number): KeptPaper[] =>
  [...reader.all(waiting({ limit: mostWaiting })), ...reader.all(recent({ limit: mostRecent }))].sort(
    (a, b) => a.id - b.id,
  )

/** Bytes of the latest papers that were read for certain. */
export const countedBytes = (
  reader: Reader,
  limit: number,
): { readonly bytes: Uint8Array; readonly encoding: string }[] => reader.all(counted({ limit }))

export const addCorrection = (tx: Writer, correction: Correction): void => {
  tx.run(insertCorrection(correction))
}

import { sql } from 'kysely'
import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'

export type PaperRow = Schema['paper']
/** What reading a paper again may change of it. */
export type PaperChange = Pick<
  PaperRow,
  'id' | 'kind' | 'profile' | 'confidence' | 'total' | 'problems' | 'state'
>
type Id = { id: number }
type None = Record<string, never>

const insertPaper = hot<PaperRow, unknown>((param) =>
  query.insertInto('paper').values({
    id: param('id'),
    source_id: param('source_id'),
    source_name: param('source_name'),
    capture_seq: param('capture_seq'),
    from_byte: param('from_byte'),
    to_byte: param('to_byte'),
    received_at: param('received_at'),
    ended_by: param('ended_by'),
    encoding: param('encoding'),
    kind: param('kind'),
    profile: param('profile'),
    confidence: param('confidence'),
    total: param('total'),
    problems: param('problems'),
    state: param('state'),
    digest: param('digest'),
  }),
)
const insertBytes = hot<{ id: number; bytes: Uint8Array }, unknown>((param) =>
  query.insertInto('paper_bytes').values({ paper_id: param('id'), bytes: param('bytes') }),
)
const byId = hot<Id, PaperRow>((param) => query.selectFrom('paper').selectAll().where('id', '=', param('id')))
const byPlace = hot<{ source: string; seq: number; from: number }, Id>((param) =>
  query
    .selectFrom('paper')
    .select('id')
    .where('source_id', '=', param('source'))
    .where('capture_seq', '=', param('seq'))
    .where('from_byte', '=', param('from')),
)
const sameBytes = hot<
  { digest: string; since: number; minute: number; next: number; before: number },
  { source_id: string }
>((param) =>
  query
    .selectFrom('paper')
    .select('source_id')
    .where('digest', '=', param('digest'))
    // As the index has it; the minute before is where two clicks of one line may have begun.
    .where(sql<number>`received_at / 60000`, 'in', [param('minute'), param('next')])
    .where('received_at', '>=', param('since'))
    .where('id', '<', param('before'))
    .limit(20),
)
const bytesOf = hot<Id, { bytes: Uint8Array }>((param) =>
  query.selectFrom('paper_bytes').select('bytes').where('paper_id', '=', param('id')),
)
const toReview = hot<{ limit: number }, PaperRow>((param) =>
  query
    .selectFrom('paper')
    .selectAll()
    .where('state', '=', 'review')
    .orderBy('received_at', 'desc')
    .limit(param('limit')),
)
const reviewCount = hot<None, { count: number }>(() =>
  query
    .selectFrom('paper')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'review'),
)
const dismiss = hot<Id, unknown>((param) =>
  query
    .updateTable('paper')
    .set({ state: 'dismissed' })
    .where('id', '=', param('id'))
    .where('state', '=', 'review'),
)
const settle = hot<Id, unknown>((param) =>
  query
    .updateTable('paper')
    .set({ state: 'read' })
    .where('id', '=', param('id'))
    .where('state', '=', 'review'),
)
const change = hot<PaperChange, unknown>((param) =>
  query
    .updateTable('paper')
    .set({
      kind: param('kind'),
      profile: param('profile'),
      confidence: param('confidence'),
      total: param('total'),
      problems: param('problems'),
      state: param('state'),
    })
    .where('id', '=', param('id')),
)
const standing = hot<{ id: number; state: PaperRow['state'] }, unknown>((param) =>
  query
    .updateTable('paper')
    .set({ state: param('state') })
    .where('id', '=', param('id')),
)
const oldBytes = hot<{ before: number; limit: number }, { paper_id: number }>((param) =>
  query
    .selectFrom('paper_bytes as b')
    .innerJoin('paper as p', 'p.id', 'b.paper_id')
    .select('b.paper_id')
    .where('b.paper_id', '<', param('before'))
    .where('p.state', '<>', 'review')
    .orderBy('b.paper_id')
    .limit(param('limit')),
)
const dropBytes = hot<Id, unknown>((param) =>
  query.deleteFrom('paper_bytes').where('paper_id', '=', param('id')),
)

export const addPaper = (tx: Writer, paper: PaperRow, bytes: Uint8Array): void => {
  tx.run(insertPaper(paper))
  if (bytes.length > 0) tx.run(insertBytes({ id: paper.id, bytes }))
}

/** What was read of a paper, anew; where it came from stays. */
export const changePaper = (tx: Writer, paper: PaperChange): void => {
  const { id, kind, profile, confidence, total, problems, state } = paper
  tx.run(change({ id, kind, profile, confidence, total, problems, state }))
}

export const findPaper = (reader: Reader, id: number): PaperRow | undefined => reader.first(byId({ id }))

/** Whether the paper that began at this place has been taken in before. */
export const paperKnown = (reader: Reader, source: string, seq: number, from: number): boolean =>
  reader.first(byPlace({ source, seq, from })) !== undefined

/** Sources through which a paper of the very same bytes came in the minute from `since` on, before the paper `before`. */
export const sameBytesElsewhere = (
  reader: Reader,
  digest: string,
  since: number,
  before: number,
): string[] => {
  const minute = Math.floor(since / 60_000)
  return reader
    .all(sameBytes({ digest, since, minute, next: minute + 1, before }))
    .map((row) => row.source_id)
}

/** Null where they were dropped after their time. */
export const paperBytes = (reader: Reader, id: number): Uint8Array | null =>
  reader.first(bytesOf({ id }))?.bytes ?? null

/** Newest first. */
export const papersToReview = (reader: Reader, limit: number): PaperRow[] => reader.all(toReview({ limit }))

export const countToReview = (reader: Reader): number => reader.first(reviewCount({}))?.count ?? 0

/** @returns false when it was not waiting to be looked at. */
export const dismissPaper = (tx: Writer, id: number): boolean => tx.run(dismiss({ id })).changes > 0

/** What people have said of it, or taken back. */
export const setPaperState = (tx: Writer, id: number, state: PaperRow['state']): void => {
  tx.run(standing({ id, state }))
}

/** What was asked about it has answered itself. */
export const settlePaper = (tx: Writer, id: number): void => {
  tx.run(settle({ id }))
}

/** Drops the bytes of papers taken in before `before` (ms) that need no look any more. @returns how many. */
export const pruneBytes = (tx: Writer, before: number, limit: number): number => {
  // Row ids grow with time: milliseconds × 1024.
  const old = tx.all(oldBytes({ before: before * 1024, limit }))
  for (const { paper_id } of old) tx.run(dropBytes({ id: paper_id }))
  return old.length
}

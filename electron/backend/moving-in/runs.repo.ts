import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

export type ImportRun = Schema['import_run']
export type ImportRow = Schema['import_row']
export type Counts = Pick<ImportRun, 'added' | 'completed' | 'receipts' | 'points' | 'refused' | 'known'>

const insertRow = hot<Omit<ImportRow, 'state'>, unknown>((param) =>
  query.insertInto('import_row').values({
    run_id: param('run_id'),
    line: param('line'),
    what: param('what'),
    target_id: param('target_id'),
    customer_id: param('customer_id'),
    filled: param('filled'),
    state: 'in',
  }),
)
const settle = hot<{ run: number; line: number; state: 'undone' | 'kept' }, unknown>((param) =>
  query
    .updateTable('import_row')
    .set({ state: param('state') })
    .where('run_id', '=', param('run'))
    .where('line', '=', param('line')),
)
const pointsBefore = hot<{ customer: number; digest: string }, { line: number }>((param) =>
  query
    .selectFrom('import_row as r')
    .innerJoin('import_run as run', 'run.id', 'r.run_id')
    .select('r.line')
    .where('r.customer_id', '=', param('customer'))
    // Said in the query itself: the index of points serves no parameter.
    .where(sql<boolean>`r.what = 'points' AND r.state = 'in'`)
    .where('run.digest', '=', param('digest'))
    .limit(1),
)

export const beginRun = (
  tx: Writer,
  run: Pick<ImportRun, 'id' | 'kind' | 'file_name' | 'digest' | 'rows' | 'refused' | 'begun_at'>,
): void => {
  tx.run(
    query.insertInto('import_run').values({
      ...run,
      state: 'running',
      added: 0,
      completed: 0,
      receipts: 0,
      points: 0,
      known: 0,
      ended_at: null,
      undone_at: null,
      kept: 0,
    }),
  )
}

/** Adds to a run's sums, in the unit of work of what they count. */
export const addToRun = (tx: Writer, id: number, counts: Counts): void => {
  tx.run(
    query
      .updateTable('import_run')
      .set((eb) => ({
        added: eb('added', '+', counts.added),
        completed: eb('completed', '+', counts.completed),
        receipts: eb('receipts', '+', counts.receipts),
        points: eb('points', '+', counts.points),
        refused: eb('refused', '+', counts.refused),
        known: eb('known', '+', counts.known),
      }))
      .where('id', '=', id),
  )
}

export const endRun = (tx: Writer, id: number, state: 'done' | 'stopped', at: number): void => {
  tx.run(query.updateTable('import_run').set({ state, ended_at: at }).where('id', '=', id))
}

export const runUndone = (tx: Writer, id: number, at: number): void => {
  tx.run(query.updateTable('import_run').set({ state: 'undone', undone_at: at }).where('id', '=', id))
}

export const addKept = (tx: Writer, id: number, kept: number): void => {
  tx.run(
    query
      .updateTable('import_run')
      .set((eb) => ({ kept: eb('kept', '+', kept) }))
      .where('id', '=', id),
  )
}

/** Whatever says that it is running has stopped. */
export const stopLostRuns = (tx: Writer, at: number): void => {
  tx.run(
    query.updateTable('import_run').set({ state: 'stopped', ended_at: at }).where('state', '=', 'running'),
  )
}

export const findRun = (reader: Reader, id: number): ImportRun | undefined =>
  reader.first(query.selectFrom('import_run').selectAll().where('id', '=', id))

/** Newest first. */
export const allRuns = (reader: Reader): ImportRun[] =>
  reader.all(query.selectFrom('import_run').selectAll().orderBy('id', 'desc').limit(100))

/** When this very file was brought in, and not undone; null where it never was. */
export const broughtInAt = (reader: Reader, digest: string): number | null =>
  reader.first(
    query
      .selectFrom('import_run')
      .select('begun_at')
      .where('digest', '=', digest)
      .where('state', '<>', 'undone')
      .orderBy('id', 'desc')
      .limit(1),
  )?.begun_at ?? null

/** Whether this file has given this customer points already. */
export const gavePoints = (reader: Reader, customer: number, digest: string): boolean =>
  reader.first(pointsBefore({ customer, digest })) !== undefined

export const addImportRow = (tx: Writer, row: Omit<ImportRow, 'state'>): void => {
  tx.run(insertRow(row))
}

/**
 * Rows of a run that still stand, the latest line first: what came last goes first.
 * @param before only lines before this one: those behind it have been looked at, and would be passed over one by one.
 */
export const standingRows = (reader: Reader, runId: number, lines: number, before: number): ImportRow[] => {
  const some = reader.all(
    query
      .selectFrom('import_row')
      .select('line')
      .distinct()
      .where('run_id', '=', runId)
      .where('line', '<', before)
      .where('state', '=', 'in')
      .orderBy('line', 'desc')
      .limit(lines),
  )
  const last = some.at(-1)?.line
  const first = some[0]?.line
  if (last === undefined || first === undefined) return []
  return reader.all(
    query
      .selectFrom('import_row')
      .selectAll()
      .where('run_id', '=', runId)
      .where('state', '=', 'in')
      .where('line', '>=', last)
      .where('line', '<=', first)
      .orderBy('line', 'desc'),
  )
}

export const countStanding = (reader: Reader, runId: number): number =>
  reader.first(
    query
      .selectFrom('import_row')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('run_id', '=', runId)
      .where('state', '=', 'in'),
  )?.n ?? 0

export const settleRow = (
  tx: Writer,
  row: Pick<ImportRow, 'run_id' | 'line'>,
  state: 'undone' | 'kept',
): void => {
  tx.run(settle({ run: row.run_id, line: row.line, state }))
}

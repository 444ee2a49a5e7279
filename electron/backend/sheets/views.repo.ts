import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

type ViewRow = Schema['sheet_view']

export const viewsOf = (reader: Reader, sheet: string): ViewRow[] =>
  reader.all(query.selectFrom('sheet_view').selectAll().where('sheet', '=', sheet).orderBy('name'))

/** One of a name; `row.id` counts only where there is none yet. @returns the id that it has. */
export const putView = (tx: Writer, row: ViewRow): number => {
  const known = tx.first(
    query.selectFrom('sheet_view').select('id').where('sheet', '=', row.sheet).where('name', '=', row.name),
  )
  if (known === undefined) {
    tx.run(query.insertInto('sheet_view').values(row))
    return row.id
  }
  tx.run(
    query
      .updateTable('sheet_view')
      .set({ layout: row.layout, updated_at: row.updated_at })
      .where('id', '=', known.id),
  )
  return known.id
}

/** Named ones only. @returns whether there was one. */
export const dropView = (tx: Writer, id: number): boolean =>
  tx.run(query.deleteFrom('sheet_view').where('id', '=', id).where('name', '<>', '')).changes > 0

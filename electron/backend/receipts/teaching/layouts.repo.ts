import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'

export type LayoutRow = Schema['taught_profile']
type None = Record<string, never>

const all = hot<None, LayoutRow>(() => query.selectFrom('taught_profile').selectAll().orderBy('id', 'desc'))
const insert = hot<LayoutRow, unknown>((param) =>
  query.insertInto('taught_profile').values({
    id: param('id'),
    name: param('name'),
    json: param('json'),
    created_at: param('created_at'),
    updated_at: param('updated_at'),
  }),
)
const replace = hot<{ name: string; json: string; at: number }, unknown>((param) =>
  query
    .updateTable('taught_profile')
    .set({ json: param('json'), updated_at: param('at') })
    .where('name', '=', param('name')),
)
const remove = hot<{ id: number }, unknown>((param) =>
  query.deleteFrom('taught_profile').where('id', '=', param('id')),
)

/** The latest first: what was taught last is asked first. */
export const taughtLayouts = (reader: Reader): LayoutRow[] => reader.all(all({}))

/** One of the same name is replaced and keeps its id. */
export const keepLayout = (tx: Writer, layout: LayoutRow): number => {
  const { name, json, updated_at: at } = layout
  const known = taughtLayouts(tx).find((row) => row.name === name)
  if (known === undefined) tx.run(insert(layout))
  else tx.run(replace({ name, json, at }))
  return known?.id ?? layout.id
}

/** @returns false when there is none. */
export const removeLayout = (tx: Writer, id: number): boolean => tx.run(remove({ id })).changes > 0

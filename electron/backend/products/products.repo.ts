import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

const byName = hot<{ name: string }, { product_id: number }>((param) =>
  query.selectFrom('product_name').select('product_id').where('name', '=', param('name')),
)
const bySpelling = hot<{ spelling: string }, { id: number }>((param) =>
  query.selectFrom('product').select('id').where('spelling', '=', param('spelling')),
)
const highest = hot<Record<string, never>, { id: number }>(() =>
  query.selectFrom('product').select(sql<number>`coalesce(max(id), 0)`.as('id')),
)

/** The product of a name exactly as a line has it; null where the catalogue has never seen it. */
export const productNamed = (reader: Reader, name: string): number | null =>
  reader.first(byName({ name }))?.product_id ?? null

export const productSpelt = (reader: Reader, spelling: string): number | null =>
  reader.first(bySpelling({ spelling }))?.id ?? null

/**
 * A new product that stands for itself. Products are never deleted, so the next number is free, and on replay the
 * same one: it stands in the statement.
 */
export const addProduct = (tx: Writer, spelling: string, name: string): number => {
  const id = (tx.first(highest({}))?.id ?? 0) + 1
  tx.run(query.insertInto('product').values({ id, spelling, name, stands_for: id, category_id: null }))
  return id
}

export const addName = (tx: Writer, name: string, productId: number): void => {
  tx.run(query.insertInto('product_name').values({ name, product_id: productId }))
}

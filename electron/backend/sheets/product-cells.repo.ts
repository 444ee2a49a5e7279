import { query } from '../platform/db/query.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

export const changeProduct = (
  tx: Writer,
  id: number,
  change: { readonly name: string } | { readonly category_id: number | null },
): void => {
  tx.run(query.updateTable('product').set(change).where('id', '=', id))
}

export const categoryId = (reader: Reader, name: string): number | null =>
  reader.first(query.selectFrom('category').select('id').where('name', '=', name))?.id ?? null

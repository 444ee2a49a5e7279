import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'

interface Named {
  readonly id: number
  readonly name: string
}

const mostProducts = 2000

/** What rules can refer to. Products that are joined to another one are not offered. */
export const readChoices = (reader: Reader) => {
  const chosen = reader.all(
    query.selectFrom('customer_field_choice').selectAll().orderBy('field_id').orderBy('position'),
  )
  const named = (table: 'tag' | 'tier'): Named[] =>
    reader.all(query.selectFrom(table).select(['id', 'name']).orderBy('name'))
  return {
    products: reader.all(
      query
        .selectFrom('product')
        .select(['id', 'name'])
        .whereRef('id', '=', 'stands_for')
        .orderBy('name')
        .limit(mostProducts),
    ),
    categories: reader.all(query.selectFrom('category').select(['id', 'name']).orderBy('position')),
    tags: named('tag'),
    tiers: named('tier'),
    fields: reader
      .all(
        query
          .selectFrom('customer_field')
          .select(['id', 'name', 'kind'])
          .where('put_away', '=', 0)
          .orderBy('position'),
      )
      .map((field) => ({
        ...field,
        choices: chosen.filter((one) => one.field_id === field.id).map((one) => one.name),
      })),
  }
}

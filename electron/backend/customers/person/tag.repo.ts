import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'

export type TagRow = Schema['tag']

const ofCustomer = hot<{ id: number }, TagRow>((param) =>
  query
    .selectFrom('customer_tag as c')
    .innerJoin('tag as t', 't.id', 'c.tag_id')
    .select(['t.id', 't.name'])
    .where('c.customer_id', '=', param('id'))
    .orderBy('t.name'),
)

export const tagsOf = (reader: Reader, customerId: number): TagRow[] =>
  reader.all(ofCustomer({ id: customerId }))

/** All tags by name, with how many people have them. */
export const allTags = (reader: Reader): (TagRow & { people: number })[] =>
  reader.all(
    query
      .selectFrom('tag as t')
      .leftJoin('customer_tag as c', 'c.tag_id', 't.id')
      .select((eb) => ['t.id', 't.name', eb.fn.count<number>('c.customer_id').as('people')])
      .groupBy('t.id')
      .orderBy('t.name'),
  )

export const tagNamed = (reader: Reader, name: string): number | null =>
  reader.first(query.selectFrom('tag').select('id').where('name', '=', name))?.id ?? null

export const addTag = (tx: Writer, row: TagRow): void => {
  tx.run(query.insertInto('tag').values(row))
}

export const tagCustomer = (tx: Writer, customerId: number, tagId: number): void => {
  tx.run(
    query
      .insertInto('customer_tag')
      .values({ customer_id: customerId, tag_id: tagId })
      .onConflict((conflict) => conflict.doNothing()),
  )
}

export const untagCustomer = (tx: Writer, customerId: number, tagId: number): void => {
  tx.run(query.deleteFrom('customer_tag').where('customer_id', '=', customerId).where('tag_id', '=', tagId))
}

export const renameTag = (tx: Writer, id: number, name: string): void => {
  tx.run(query.updateTable('tag').set({ name }).where('id', '=', id))
}

/** From everybody, too. */
export const removeTag = (tx: Writer, id: number): void => {
  tx.run(query.deleteFrom('tag').where('id', '=', id))
}

export const customersWithTag = (reader: Reader, id: number): number[] =>
  reader
    .all(query.selectFrom('customer_tag').select('customer_id').where('tag_id', '=', id))
    .map((row) => row.customer_id)

export const tagExists = (reader: Reader, id: number): boolean =>
  reader.first(query.selectFrom('tag').select('id').where('id', '=', id)) !== undefined

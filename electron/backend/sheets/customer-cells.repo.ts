import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

type Customer = Schema['customer']
type Detail = Schema['customer_detail']

export const changePerson = (
  tx: Writer,
  id: number,
  change: Partial<Pick<Customer, 'name' | 'initials' | 'phone' | 'last_four' | 'memo'>> & {
    updated_at: number
  },
): void => {
  tx.run(query.updateTable('customer').set(change).where('id', '=', id))
}

const byPhone = hot<{ phone: string }, { id: number }>((param) =>
  query.selectFrom('customer').select('id').where('phone', '=', param('phone')),
)

export const ownerOfPhone = (reader: Reader, phone: string): number | null =>
  reader.first(byPhone({ phone }))?.id ?? null

export type DetailCell = Partial<Pick<Detail, 'gender' | 'address' | 'found_by' | 'allergies' | 'cautions'>>

/** A customer of whom nothing was known gets a row of details. */
export const changeDetail = (tx: Writer, customerId: number, change: DetailCell): void => {
  tx.run(
    query
      .insertInto('customer_detail')
      .values({
        customer_id: customerId,
        birth_calendar: 'solar',
        birth_year: null,
        birth_month: null,
        birth_day: null,
        birth_leap: 0,
        gender: null,
        address: '',
        found_by: '',
        allergies: '',
        cautions: '',
        ...change,
      })
      .onConflict((conflict) => conflict.column('customer_id').doUpdateSet(change)),
  )
}

/** Null empties the field. */
export const changeField = (
  tx: Writer,
  customerId: number,
  fieldId: number,
  value: string | number | null,
): void => {
  if (value === null) {
    tx.run(
      query
        .deleteFrom('customer_field_value')
        .where('customer_id', '=', customerId)
        .where('field_id', '=', fieldId),
    )
    return
  }
  const held = typeof value === 'number' ? { text: null, number: value } : { text: value, number: null }
  tx.run(
    query
      .insertInto('customer_field_value')
      .values({ customer_id: customerId, field_id: fieldId, ...held })
      .onConflict((conflict) => conflict.columns(['customer_id', 'field_id']).doUpdateSet(held)),
  )
}

const tagId = hot<{ name: string }, { id: number }>((param) =>
  query.selectFrom('tag').select('id').where('name', '=', param('name')),
)

export const findTag = (reader: Reader, name: string): number | null =>
  reader.first(tagId({ name }))?.id ?? null

export const addTag = (tx: Writer, id: number, name: string): void => {
  tx.run(query.insertInto('tag').values({ id, name }))
}

/** @returns false where it was there already. */
export const putTag = (tx: Writer, customerId: number, id: number): boolean =>
  tx.run(
    query
      .insertInto('customer_tag')
      .values({ customer_id: customerId, tag_id: id })
      .onConflict((conflict) => conflict.doNothing()),
  ).changes > 0

export const takeTag = (tx: Writer, customerId: number, id: number): boolean =>
  tx.run(query.deleteFrom('customer_tag').where('customer_id', '=', customerId).where('tag_id', '=', id))
    .changes > 0

export const tagsOf = (reader: Reader, customerId: number): { id: number; name: string }[] =>
  reader.all(
    query
      .selectFrom('customer_tag as c')
      .innerJoin('tag as t', 't.id', 'c.tag_id')
      .select(['t.id', 't.name'])
      .where('c.customer_id', '=', customerId),
  )

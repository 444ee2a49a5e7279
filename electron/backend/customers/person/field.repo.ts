import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'

export type FieldRow = Schema['customer_field']
export type FieldValueRow = Schema['customer_field_value']

interface Shown {
  name: string
  text: string | null
  number: number | null
}

const atCounter = hot<{ id: number }, Shown>((param) =>
  query
    .selectFrom('customer_field as f')
    .innerJoin('customer_field_value as v', 'v.field_id', 'f.id')
    .select(['f.name', 'v.text', 'v.number'])
    .where('v.customer_id', '=', param('id'))
    .where('f.at_counter', '=', 1)
    .where('f.put_away', '=', 0)
    .orderBy('f.position'),
)

/** What the shop wants to see at the counter, in its own order. */
export const counterFields = (reader: Reader, customerId: number): { name: string; value: string }[] =>
  reader
    .all(atCounter({ id: customerId }))
    .map(({ name, text, number }) => ({ name, value: text ?? String(number ?? '') }))

/** In the shop's order, those that were put away last. */
export const allFields = (reader: Reader): FieldRow[] =>
  reader.all(
    query.selectFrom('customer_field').selectAll().orderBy('put_away').orderBy('position').orderBy('id'),
  )

export const findField = (reader: Reader, id: number): FieldRow | undefined =>
  reader.first(query.selectFrom('customer_field').selectAll().where('id', '=', id))

/** Of all fields, in order. */
export const allChoices = (reader: Reader): Schema['customer_field_choice'][] =>
  reader.all(query.selectFrom('customer_field_choice').selectAll().orderBy('field_id').orderBy('position'))

export const choicesOf = (reader: Reader, fieldId: number): string[] =>
  reader
    .all(
      query
        .selectFrom('customer_field_choice')
        .select('name')
        .where('field_id', '=', fieldId)
        .orderBy('position'),
    )
    .map((row) => row.name)

export const putField = (tx: Writer, row: FieldRow): void => {
  tx.run(
    query
      .insertInto('customer_field')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
  )
}

export const putChoices = (tx: Writer, fieldId: number, names: readonly string[]): void => {
  tx.run(query.deleteFrom('customer_field_choice').where('field_id', '=', fieldId))
  for (const [position, name] of names.entries())
    tx.run(query.insertInto('customer_field_choice').values({ field_id: fieldId, position, name }))
}

/** Values that somebody has of a choice that is not among `names` any more. */
export const usedChoices = (reader: Reader, fieldId: number): string[] =>
  reader
    .all(
      query
        .selectFrom('customer_field_value')
        .select('text')
        .distinct()
        .where('field_id', '=', fieldId)
        .where('text', 'is not', null),
    )
    .flatMap((row) => (row.text === null ? [] : [row.text]))

export const valuesOf = (reader: Reader, customerId: number): FieldValueRow[] =>
  reader.all(query.selectFrom('customer_field_value').selectAll().where('customer_id', '=', customerId))

/** A row without text and number takes the value away. */
export const putValue = (tx: Writer, row: FieldValueRow): void => {
  tx.run(
    row.text === null && row.number === null
      ? query
          .deleteFrom('customer_field_value')
          .where('customer_id', '=', row.customer_id)
          .where('field_id', '=', row.field_id)
      : query.replaceInto('customer_field_value').values(row),
  )
}

import { type SqlBool, sql } from 'kysely'
import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'
import { columnInfo } from './column.ts'
import { type SheetColumn, sheetColumn } from './sheet-source.repo.ts'

const prefix = 'field:'

/** The field that a column shows; null for the program's own columns. */
export const fieldOf = (column: string): number | null =>
  column.startsWith(prefix) ? Number(column.slice(prefix.length)) : null

/** The shop's own fields, in its own order and words. */
export const fieldColumns = (reader: Reader): SheetColumn[] => {
  const fields = reader.all(
    query
      .selectFrom('customer_field')
      .selectAll()
      .where('put_away', '=', 0)
      .orderBy('position')
      .orderBy('id'),
  )
  if (fields.length === 0) return []
  const options = reader.all(
    query.selectFrom('customer_field_choice').select(['field_id', 'name']).orderBy('position'),
  )
  return fields.map(({ id, name, kind }) => {
    const value = sql<
      string | number
    >`(SELECT ${sql.ref(kind === 'number' ? 'v.number' : 'v.text')} FROM customer_field_value AS v
      WHERE v.customer_id = c.id AND v.field_id = ${id})`
    return sheetColumn(
      columnInfo(`${prefix}${id}`, kind, kind === 'text' ? 160 : 120, {
        label: name,
        editable: true,
        options:
          kind === 'choice'
            ? options
                .filter((option) => option.field_id === id)
                .map((option) => ({ value: option.name, label: option.name }))
            : null,
      }),
      value,
      [],
      {
        ...(kind === 'text' ? { personal: 'left-out' as const } : {}),
        oneOf: (values) =>
          sql<SqlBool>`c.id IN (SELECT v.customer_id FROM customer_field_value AS v WHERE v.field_id = ${id} AND v.text IN ${values})`,
      },
    )
  })
}

import { type Compilable, type RawBuilder, sql } from 'kysely'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import type { PlainRow } from './personal-rows.ts'

interface Personal {
  /** The columns that name one row. */
  readonly key: readonly string[]
  /** The columns that say whose it is. */
  readonly owner: readonly string[]
}

/**
 * What stands with one person and goes with their row in `customer`, in an order in which it can be written again.
 * Habits, figures and letter pairs are not here: they are made anew.
 */
export const personalTables = {
  customer: { key: ['id'], owner: ['id'] },
  customer_detail: { key: ['customer_id'], owner: ['customer_id'] },
  customer_anniversary: { key: ['id'], owner: ['customer_id'] },
  customer_phone: { key: ['customer_id', 'phone'], owner: ['customer_id'] },
  membership_card: { key: ['code'], owner: ['customer_id'] },
  customer_tag: { key: ['customer_id', 'tag_id'], owner: ['customer_id'] },
  customer_field_value: { key: ['customer_id', 'field_id'], owner: ['customer_id'] },
  household_member: { key: ['customer_id'], owner: ['customer_id'] },
  customer_not_same: { key: ['one_id', 'other_id'], owner: ['one_id', 'other_id'] },
  tier_reason: { key: ['set_id'], owner: ['customer_id'] },
} as const satisfies Partial<Record<keyof Schema, Personal>>
export type PersonalTable = keyof typeof personalTables

export const isPersonalTable = (name: string): name is PersonalTable => Object.hasOwn(personalTables, name)

const statement = <R>(built: RawBuilder<R>): Compilable<R> => ({ compile: () => built.compile(query) })

/** All rows of a table that stand with a customer. */
export const rowsOf = (reader: Reader, table: PersonalTable, customerId: number): PlainRow[] => {
  const owner = personalTables[table].owner.map((column) => sql`${sql.ref(column)} = ${customerId}`)
  return reader.all(
    statement(sql<PlainRow>`SELECT * FROM ${sql.table(table)} WHERE ${sql.join(owner, sql` OR `)}`),
  )
}

const sameKey = (table: PersonalTable, row: PlainRow): RawBuilder<unknown> =>
  sql.join(
    personalTables[table].key.map((column) => sql`${sql.ref(column)} = ${row[column] ?? null}`),
    sql` AND `,
  )

/** The row of the same key as it is now. */
export const rowLike = (reader: Reader, table: PersonalTable, row: PlainRow): PlainRow | undefined =>
  reader.first(statement(sql<PlainRow>`SELECT * FROM ${sql.table(table)} WHERE ${sameKey(table, row)}`))

export const removeRow = (tx: Writer, table: PersonalTable, row: PlainRow): void => {
  tx.run(statement(sql`DELETE FROM ${sql.table(table)} WHERE ${sameKey(table, row)}`))
}

export const insertRow = (tx: Writer, table: PersonalTable, row: PlainRow): void => {
  const columns = Object.keys(row)
  tx.run(
    statement(sql`INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      VALUES (${sql.join(columns.map((column) => row[column] ?? null))})`),
  )
}

/** Sets some columns of the row with the key of `row`. */
export const setColumns = (tx: Writer, table: PersonalTable, row: PlainRow, change: PlainRow): void => {
  const columns = Object.keys(change)
  if (columns.length === 0) return
  const set = columns.map((column) => sql`${sql.ref(column)} = ${change[column] ?? null}`)
  tx.run(statement(sql`UPDATE ${sql.table(table)} SET ${sql.join(set)} WHERE ${sameKey(table, row)}`))
}

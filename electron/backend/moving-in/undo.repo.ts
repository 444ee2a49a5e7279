import { sql } from 'kysely'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

type Owned =
  | 'receipt'
  | 'points_entry'
  | 'consent'
  | 'slip'
  | 'customer_note'
  | 'customer_anniversary'
  | 'customer_phone'
  | 'customer_field_value'
  | 'household_member'
  | 'coupon'
  | 'tier_set'
  | 'counter_waiting'

/** Rows that only come of something having happened with the person, in the shop or at this PC. */
const lived: readonly Owned[] = [
  'receipt',
  'points_entry',
  'consent',
  'slip',
  'customer_note',
  'customer_anniversary',
  'customer_phone',
  'customer_field_value',
  'household_member',
  'coupon',
  'tier_set',
  'counter_waiting',
]

/** How many rows of each kind somebody has; kinds without any are left out. */
export const livedRows = (reader: Reader, customerId: number): Partial<Record<Owned, number>> =>
  Object.fromEntries(
    lived.flatMap((table) => {
      const n =
        reader.first(
          query
            .selectFrom(table)
            .select(sql<number>`count(*)`.as('n'))
            .where(sql.ref('customer_id'), '=', customerId),
        )?.n ?? 0
      return n === 0 ? [] : [[table, n] as const]
    }),
  )

/** Consents that an import at this very time gave. */
export const importedConsents = (reader: Reader, customerId: number, at: number): number =>
  reader.first(
    query
      .selectFrom('consent')
      .select(sql<number>`count(*)`.as('n'))
      .where('customer_id', '=', customerId)
      .where('how', '=', 'import')
      .where('at', '=', at),
  )?.n ?? 0

/** Entries of points after an action; any of them means that the points have been touched. */
export const pointsSince = (reader: Reader, customerId: number, actionId: number): number =>
  reader.first(
    query
      .selectFrom('points_entry')
      .select(sql<number>`count(*)`.as('n'))
      .where('customer_id', '=', customerId)
      .where((eb) => eb.or([eb('action_id', 'is', null), eb('action_id', '<>', actionId)]))
      .where('id', '>', actionId),
  )?.n ?? 0

export const pointsAction = (reader: Reader, id: number): Schema['points_action'] | undefined =>
  reader.first(query.selectFrom('points_action').selectAll().where('id', '=', id))

/** Tables that name a customer and let go of rows; what may never be deleted has no name in it and stays. */
export const tablesOfCustomers = (reader: Reader): string[] =>
  reader.all<{ name: string }>({ compile: () => customerTables.compile(query) }).map(({ name }) => name)

const customerTables = sql<{ name: string }>`SELECT m.name FROM sqlite_schema AS m
  JOIN pragma_table_info(m.name) AS c
  WHERE m.type = 'table' AND c.name = 'customer_id' AND m.name NOT IN ('receipt', 'import_row', 'destruction')
  AND NOT EXISTS (SELECT 1 FROM sqlite_schema AS t
    WHERE t.type = 'trigger' AND t.tbl_name = m.name AND t.sql LIKE '%BEFORE DELETE%')
  ORDER BY m.name`

/** The person with all that hangs on them. @param tables see `tablesOfCustomers`. */
export const removePerson = (tx: Writer, customerId: number, tables: readonly string[]): void => {
  for (const table of tables) {
    const gone = sql`DELETE FROM ${sql.table(table)} WHERE customer_id = ${customerId}`
    tx.run({ compile: () => gone.compile(query) })
  }
  tx.run(query.deleteFrom('customer').where('id', '=', customerId))
}

export const removeTag = (tx: Writer, customerId: number, tagId: number): void => {
  tx.run(query.deleteFrom('customer_tag').where('customer_id', '=', customerId).where('tag_id', '=', tagId))
}

export const removeCards = (tx: Writer, customerId: number, issuedAt: number): void => {
  tx.run(
    query
      .deleteFrom('membership_card')
      .where('customer_id', '=', customerId)
      .where('issued_at', '=', issuedAt),
  )
}

/** What would be lost with a receipt: slips, points, refunds, whatever else was tied to it. */
export const tiedToReceipt = (reader: Reader, id: number): number => {
  const count = (table: 'slip' | 'points_entry' | 'points_action' | 'receipt', column: string): number =>
    reader.first(
      query.selectFrom(table).select(sql<number>`count(*)`.as('n')).where(sql.ref(column), '=', id),
    )?.n ?? 0
  return (
    count('slip', 'receipt_id') +
    count('points_entry', 'receipt_id') +
    count('points_action', 'sale_id') +
    count('receipt', 'refunds_receipt_id')
  )
}

/** With its lines and payments; fails where anything else still names it. */
export const removeReceipt = (tx: Writer, id: number): void => {
  tx.run(query.deleteFrom('receipt_line').where('receipt_id', '=', id))
  tx.run(query.deleteFrom('payment').where('receipt_id', '=', id))
  tx.run(query.deleteFrom('receipt').where('id', '=', id))
}

/** A day on which nothing is left has no row. */
export const dropEmptyDay = (tx: Writer, date: string): void => {
  tx.run(
    query
      .deleteFrom('daily_total')
      .where('business_date', '=', date)
      .where('sales', '=', 0)
      .where('refunds', '=', 0)
      .where('net', '=', 0)
      .where('attached', '=', 0),
  )
}

/** The list's paper, where none of its receipts is left. */
export const dropListPaper = (tx: Writer, runId: number): void => {
  tx.run(
    query
      .deleteFrom('paper')
      .where('id', '=', runId)
      .where((eb) => eb.not(eb.exists(eb.selectFrom('receipt').select('id').where('paper_id', '=', runId)))),
  )
}

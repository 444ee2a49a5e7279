import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

/** Rows that only come of something having happened with the person, in the shop or at this PC. */
const lived = [
  'receipt',
  'points_entry',
  'consent',
  'customer_note',
  'customer_anniversary',
  'customer_phone',
  'customer_field_value',
  'household_member',
  'coupon',
  'stamp_entry',
  'tier_set',
  'counter_waiting',
] as const
type Lived = Record<(typeof lived)[number], number>
type Id = { id: number }

const countLived = hot<Id, Lived>((param) => ({
  compile: () =>
    sql<Lived>`SELECT ${sql.join(
      lived.map(
        (table) =>
          sql`(SELECT count(*) FROM ${sql.table(table)} WHERE customer_id = ${param('id')}) AS ${sql.ref(table)}`,
      ),
    )}`.compile(query),
}))
const importConsents = hot<Id & { at: number }, { n: number }>((param) =>
  query
    .selectFrom('consent')
    .select(sql<number>`count(*)`.as('n'))
    .where('customer_id', '=', param('id'))
    .where('how', '=', sql.lit('import'))
    .where('at', '=', param('at')),
)
const entriesSince = hot<Id & { action: number }, { n: number }>((param) =>
  query
    .selectFrom('points_entry')
    .select(sql<number>`count(*)`.as('n'))
    .where('customer_id', '=', param('id'))
    .where('id', '>', param('action'))
    .where(sql<boolean>`action_id IS NOT ${param('action')}`),
)
const action = hot<Id, Schema['points_action']>((param) =>
  query.selectFrom('points_action').selectAll().where('id', '=', param('id')),
)
/** What hangs on a person without going with them by itself. */
const dropped = ['consent', 'points_rest', 'standing_due'] as const
const drops = dropped.map((table) =>
  hot<Id, unknown>((param) => query.deleteFrom(table).where('customer_id', '=', param('id'))),
)
const dropCustomer = hot<Id, unknown>((param) => query.deleteFrom('customer').where('id', '=', param('id')))
const tied = hot<Id, { n: number }>((param) => ({
  compile: () =>
    sql<{ n: number }>`SELECT (SELECT count(*) FROM slip WHERE receipt_id = ${param('id')})
      + (SELECT count(*) FROM points_entry WHERE receipt_id = ${param('id')})
      + (SELECT count(*) FROM points_action WHERE sale_id = ${param('id')})
      + (SELECT count(*) FROM receipt WHERE refunds_receipt_id = ${param('id')}) AS n`.compile(query),
}))
const dropReceipt = (['receipt_line', 'payment'] as const)
  .map((table) => hot<Id, unknown>((param) => query.deleteFrom(table).where('receipt_id', '=', param('id'))))
  .concat(hot<Id, unknown>((param) => query.deleteFrom('receipt').where('id', '=', param('id'))))
const emptyDay = hot<{ date: string }, unknown>((param) =>
  query
    .deleteFrom('daily_total')
    .where('business_date', '=', param('date'))
    .where(sql<boolean>`sales = 0 AND refunds = 0 AND net = 0 AND attached = 0`),
)

/** How many rows of each kind somebody has. */
export const livedRows = (reader: Reader, customerId: number): Partial<Lived> =>
  reader.first(countLived({ id: customerId })) ?? {}

/** Consents that an import at this very time gave. */
export const importedConsents = (reader: Reader, customerId: number, at: number): number =>
  reader.first(importConsents({ id: customerId, at }))?.n ?? 0

/** Entries of points after an action; any of them means that the points have been touched. */
export const pointsSince = (reader: Reader, customerId: number, actionId: number): number =>
  reader.first(entriesSince({ id: customerId, action: actionId }))?.n ?? 0

export const pointsAction = (reader: Reader, id: number): Schema['points_action'] | undefined =>
  reader.first(action({ id }))

/** The person with all that hangs on them; what is append-only has no name in it and stays. */
export const removePerson = (tx: Writer, customerId: number): void => {
  for (const drop of drops) tx.run(drop({ id: customerId }))
  tx.run(dropCustomer({ id: customerId }))
}

export const removeTag = (tx: Writer, customerId: number, tagId: number): void => {
  tx.run(query.deleteFrom('customer_tag').where('customer_id', '=', customerId).where('tag_id', '=', tagId))
}

export const removeMorePhones = (tx: Writer, customerId: number): void => {
  tx.run(query.deleteFrom('customer_phone').where('customer_id', '=', customerId))
}

export const removeKeptDays = (tx: Writer, customerId: number): void => {
  tx.run(query.deleteFrom('customer_anniversary').where('customer_id', '=', customerId))
}

export const removeOwnValue = (tx: Writer, customerId: number, fieldId: number): void => {
  tx.run(
    query
      .deleteFrom('customer_field_value')
      .where('customer_id', '=', customerId)
      .where('field_id', '=', fieldId),
  )
}

export const removeCards = (tx: Writer, customerId: number, issuedAt: number): void => {
  tx.run(
    query
      .deleteFrom('membership_card')
      .where('customer_id', '=', customerId)
      .where('issued_at', '=', issuedAt),
  )
}

/** What would be lost with a receipt: slips, points, refunds. */
export const tiedToReceipt = (reader: Reader, id: number): number => reader.first(tied({ id }))?.n ?? 0

/** With its lines and payments; fails where anything else still names it. */
export const removeReceipt = (tx: Writer, id: number): void => {
  for (const drop of dropReceipt) tx.run(drop({ id }))
}

/** A day on which nothing is left has no row. */
export const dropEmptyDay = (tx: Writer, date: string): void => {
  tx.run(emptyDay({ date }))
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

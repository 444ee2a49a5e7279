import { sql } from 'kysely'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

/** Rows of some ids in their order; ids that are nobody's are left out. */
const ofIds = (ids: readonly number[]) =>
  query
    .selectFrom(
      sql<{
        place: number
        id: number
      }>`(SELECT key AS place, value AS id FROM json_each(${JSON.stringify(ids)}))`.as('k'),
    )
    .innerJoin('customer as c', 'c.id', 'k.id')
    .orderBy('k.place')

export const addressesOf = (
  reader: Reader,
  ids: readonly number[],
): { id: number; name: string; address: string | null }[] =>
  reader.all(
    ofIds(ids)
      .leftJoin('customer_detail as d', 'd.customer_id', 'c.id')
      .select(['c.id', 'c.name', 'd.address']),
  )

/** Each with the latest card that counts. */
export const cardsOf = (
  reader: Reader,
  ids: readonly number[],
): { id: number; name: string; code: string | null }[] =>
  reader.all(
    ofIds(ids).select((eb) => [
      'c.id',
      'c.name',
      eb
        .selectFrom('membership_card as m')
        .select('m.code')
        .whereRef('m.customer_id', '=', 'c.id')
        .where('m.ended_at', 'is', null)
        .orderBy('m.issued_at', 'desc')
        .orderBy('m.code', 'desc')
        .limit(1)
        .as('code'),
    ]),
  )

export const peopleOf = (
  reader: Reader,
  ids: readonly number[],
): {
  id: number
  name: string
  phone: string | null
  visits: number
  first_visit: string | null
  last_visit: string | null
  rhythm_days: number | null
}[] =>
  reader.all(
    ofIds(ids)
      .innerJoin('customer_figures as f', 'f.customer_id', 'c.id')
      .leftJoin('customer_habit as h', 'h.customer_id', 'c.id')
      .select(['c.id', 'c.name', 'c.phone', 'f.visits', 'f.first_visit', 'f.last_visit', 'h.rhythm_days']),
  )

/** What each of some people paid on a day, and when last; refunds taken off. */
export const paidOn = (
  reader: Reader,
  date: string,
  ids: readonly number[],
): { id: number; net: number; last_at: number }[] =>
  reader.all(
    query
      .selectFrom('receipt as r')
      .select((eb) => [
        'r.customer_id as id',
        eb.fn.sum<number>('r.total').as('net'),
        eb.fn.max('r.issued_at').as('last_at'),
      ])
      .where('r.business_date', '=', date)
      .where('r.customer_id', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
      .groupBy('r.customer_id')
      .$narrowType<{ id: number }>(),
  )

export const addPrintReason = (tx: Writer, row: Schema['print_reason']): void => {
  tx.run(query.insertInto('print_reason').values(row))
}

export const sheetsKept = (reader: Reader): Schema['label_sheet'][] =>
  reader.all(query.selectFrom('label_sheet').selectAll().orderBy('stock'))

export const keepSheet = (tx: Writer, row: Schema['label_sheet']): void => {
  tx.run(query.replaceInto('label_sheet').values(row))
}

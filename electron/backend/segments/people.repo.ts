import { sql } from 'kysely'
import type { BusinessDate } from '#shared/dates.ts'
import { dateOf } from '../analytics/shares/periods.ts'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'
import type { CustomerDay, NowRow } from './walk.ts'

/** Somebody as they stand now. */
export interface PersonRow extends NowRow {
  readonly customer_id: number
}

const people = query
  .selectFrom('customer_figures as f')
  .innerJoin('customer as c', 'c.id', 'f.customer_id')
  .leftJoin('customer_standing as s', 's.customer_id', 'f.customer_id')
  .select([
    'f.customer_id',
    'c.joined_on',
    'f.visits',
    'f.spend',
    'f.first_visit',
    'f.last_visit',
    's.at_risk_from',
    's.lost_from',
    's.returned_on',
  ])
  .where('c.left_at', 'is', null)
  .orderBy('f.customer_id')

const page = hot<{ after: number; most: number }, PersonRow>((param) =>
  people.where('f.customer_id', '>', param('after')).limit(param('most')),
)

/** The next so many people by id, without those who have left. */
export const peopleAfter = (reader: Reader, after: number, most: number): PersonRow[] =>
  reader.all(page({ after, most }))

/** A list as one parameter, so that lists of all lengths are one statement. */
const among = (ids: readonly number[]) => sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** These people by id, without those who have left. */
export const peopleOf = (reader: Reader, ids: readonly number[]): PersonRow[] =>
  reader.all(people.where('f.customer_id', 'in', among(ids)))

/** What limits are made of, of everybody. */
export const spenders = (reader: Reader): { visits: number; spend: number; lastVisit: string }[] =>
  reader
    .all(
      query
        .selectFrom('customer_figures')
        .select(['visits', 'spend', 'last_visit'])
        .where('last_visit', 'is not', null)
        .where('customer_id', 'not in', (eb) =>
          eb.selectFrom('customer').select('id').where('left_at', 'is not', null),
        ),
    )
    .flatMap(({ visits, spend, last_visit: lastVisit }) =>
      lastVisit === null ? [] : [{ visits, spend, lastVisit }],
    )

/** Whether the sums over receipts hold everything: of a ledger that is new to them they are still being counted. */
export const sumsAreCounted = (reader: Reader): boolean =>
  reader.first(query.selectFrom('sums_state').select('counted').where('id', '=', 1))?.counted === 1

/** The first day after a day on which customers have receipts, as the sums have it; null after the last. */
export const nextDay = (reader: Reader, after: number): number | null =>
  reader.first(
    query
      .selectFrom('customer_day')
      .select((eb) => eb.fn.min<number | null>('day').as('next'))
      .where('day', '>', after),
  )?.next ?? null

/** Customers with a receipt in these days. */
export const customersBetween = (reader: Reader, from: number, to: number): number[] =>
  reader
    .all(
      query
        .selectFrom('customer_day')
        .select('customer_id')
        .distinct()
        .where('day', '>=', from)
        .where('day', '<=', to),
    )
    .map((row) => row.customer_id)

/** Days on which each of them has receipts, ascending. @param dated the date of a day as the sums have it. */
export const daysOfCustomers = (
  reader: Reader,
  ids: readonly number[],
  dated: (day: number) => BusinessDate = dateOf,
): Map<number, CustomerDay[]> => {
  const found = new Map<number, CustomerDay[]>(ids.map((id) => [id, []]))
  const rows = reader.all(
    query
      .selectFrom('customer_day')
      .select(['customer_id', 'day', 'visit', 'net'])
      .where('customer_id', 'in', among(ids))
      .orderBy('customer_id')
      .orderBy('day'),
  )
  for (const { customer_id: id, day, visit, net } of rows)
    found.get(id)?.push({ date: dated(day), visit: visit === 1, net })
  return found
}

/** The days on which each of them came: from the sums, or from receipts where those are still being counted. */
export const visitsOf = (reader: Reader, ids: readonly number[]): Map<number, BusinessDate[]> => {
  if (!sumsAreCounted(reader)) return visitsInReceipts(reader, ids)
  return new Map(
    [...daysOfCustomers(reader, ids)].map(([id, days]) => [
      id,
      days.filter(({ visit }) => visit).map(({ date }) => date),
    ]),
  )
}

/** A visit is a day on which a sale was not given back whole. */
const visitsInReceipts = (reader: Reader, ids: readonly number[]): Map<number, BusinessDate[]> => {
  const visits = new Map<number, BusinessDate[]>(ids.map((id) => [id, []]))
  const rows = reader.all(
    query
      .selectFrom('receipt')
      .select(['customer_id', 'business_date'])
      .distinct()
      .where('customer_id', 'in', among(ids))
      .where('kind', '<>', 'refund')
      .where(
        sql<boolean>`NOT EXISTS (SELECT 1 FROM receipt AS back WHERE back.refunds_receipt_id = receipt.id
          GROUP BY back.refunds_receipt_id HAVING receipt.total + sum(back.total) <= 0)`,
      )
      .orderBy('customer_id')
      .orderBy('business_date'),
  )
  for (const { customer_id: id, business_date: date } of rows) if (id !== null) visits.get(id)?.push(date)
  return visits
}

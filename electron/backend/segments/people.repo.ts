import { sql } from 'kysely'
import type { BusinessDate } from '#shared/dates.ts'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'

/** Somebody as they stand now. */
export interface PersonRow {
  readonly customer_id: number
  readonly joined_on: BusinessDate
  readonly visits: number
  readonly spend: number
  readonly first_visit: BusinessDate | null
  readonly last_visit: BusinessDate | null
  readonly at_risk_from: BusinessDate | null
  readonly lost_from: BusinessDate | null
  readonly returned_on: BusinessDate | null
}

const page = hot<{ after: number; most: number }, PersonRow>((param) =>
  query
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
    .where('f.customer_id', '>', param('after'))
    .where('c.left_at', 'is', null)
    .orderBy('f.customer_id')
    .limit(param('most')),
)

/** The next so many people by id, without those who have left. */
export const peopleAfter = (reader: Reader, after: number, most: number): PersonRow[] =>
  reader.all(page({ after, most }))

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

/** Customers with a receipt after a day: how they stood then is not what their figures say now. */
export const changedSince = (reader: Reader, day: number): number[] =>
  reader
    .all(
      query
        .selectFrom('customer_day')
        .select('customer_id')
        .distinct()
        .where('day', '>', day)
        .orderBy('customer_id'),
    )
    .map((row) => row.customer_id)

/** Their receipts up to a day, as visits (a day on which a sale was not given back whole) and won. */
export const coursesOf = (
  reader: Reader,
  customerIds: readonly number[],
  upTo: BusinessDate,
): Map<number, { readonly visits: BusinessDate[]; spend: number }> => {
  const courses = new Map(customerIds.map((id) => [id, { visits: [] as BusinessDate[], spend: 0 }]))
  const rows = reader.all(
    query
      .selectFrom('receipt')
      .select([
        'customer_id',
        'business_date',
        sql<number>`sum(total)`.as('spend'),
        sql<number>`max(kind <> 'refund' AND NOT EXISTS (SELECT 1 FROM receipt AS back
          WHERE back.refunds_receipt_id = receipt.id
          GROUP BY back.refunds_receipt_id HAVING receipt.total + sum(back.total) <= 0))`.as('visit'),
      ])
      .where('customer_id', 'in', customerIds)
      .where('business_date', '<=', upTo)
      .groupBy(['customer_id', 'business_date'])
      .orderBy('customer_id')
      .orderBy('business_date'),
  )
  for (const { customer_id: id, business_date: date, spend, visit } of rows) {
    const course = id === null ? undefined : courses.get(id)
    if (course === undefined) continue
    course.spend += spend
    if (visit === 1) course.visits.push(date)
  }
  return courses
}

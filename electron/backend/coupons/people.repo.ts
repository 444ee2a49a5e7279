import { sql } from 'kysely'
import type { BusinessDate } from '#shared/dates.ts'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { YearDay } from './year-day.ts'

type Id = { id: number }

export interface PersonDay extends YearDay {
  readonly customerId: number
  /** Tells anniversaries of one person apart; 0 for the birthday. */
  readonly anniversaryId: number
}

const joined = hot<Id, { joined_on: string }>((param) =>
  query.selectFrom('customer').select('joined_on').where('id', '=', param('id')).where('left_at', 'is', null),
)

/** Null for somebody who is not there any more. */
export const joinedOn = (reader: Reader, customerId: number): BusinessDate | null =>
  reader.first(joined({ id: customerId }))?.joined_on ?? null

/** People who joined on or after a day. */
export const joinedSince = (reader: Reader, date: BusinessDate): number[] =>
  reader
    .all(
      query.selectFrom('customer').select('id').where('joined_on', '>=', date).where('left_at', 'is', null),
    )
    .map((row) => row.id)

type Date = { readonly month: number; readonly day: number }

/** People whose birthday bears one of these dates, in whichever calendar. */
export const bornOn = (reader: Reader, dates: readonly Date[]): PersonDay[] =>
  dates.flatMap(({ month, day }) =>
    reader
      .all(
        query
          .selectFrom('customer_detail as d')
          .innerJoin('customer as c', 'c.id', 'd.customer_id')
          .select(['d.customer_id', 'd.birth_calendar', 'd.birth_leap'])
          .where('d.birth_month', '=', month)
          .where('d.birth_day', '=', day)
          .where('c.left_at', 'is', null),
      )
      .map((row) => ({
        customerId: row.customer_id,
        anniversaryId: 0,
        calendar: row.birth_calendar,
        month,
        day,
        leap: row.birth_leap === 1,
      })),
  )

/** The same for their anniversaries. */
export const anniversariesOn = (reader: Reader, dates: readonly Date[]): PersonDay[] =>
  dates.flatMap(({ month, day }) =>
    reader
      .all(
        query
          .selectFrom('customer_anniversary as a')
          .innerJoin('customer as c', 'c.id', 'a.customer_id')
          .select(['a.id', 'a.customer_id', 'a.calendar', 'a.leap'])
          .where('a.month', '=', month)
          .where('a.day', '=', day)
          .where('c.left_at', 'is', null),
      )
      .map((row) => ({
        customerId: row.customer_id,
        anniversaryId: row.id,
        calendar: row.calendar,
        month,
        day,
        leap: row.leap === 1,
      })),
  )

/** People whose last visit was between two days. */
export const lastSeenBetween = (
  reader: Reader,
  from: BusinessDate,
  to: BusinessDate,
): { customer_id: number; last_visit: string | null }[] =>
  reader.all(
    query
      .selectFrom('customer_figures as f')
      .innerJoin('customer as c', 'c.id', 'f.customer_id')
      .select(['f.customer_id', 'f.last_visit'])
      .where('f.last_visit', '>=', from)
      .where('f.last_visit', '<=', to)
      .where('c.left_at', 'is', null),
  )

/** Whether such a coupon was given for a date after that one: who changes the birthday is not given it twice. */
export const givenSince = (reader: Reader, customerId: number, kindId: number, cause: string): boolean =>
  reader.first(
    query
      .selectFrom('coupon')
      .select(sql<number>`1`.as('one'))
      .where('customer_id', '=', customerId)
      .where('kind_id', '=', kindId)
      .where('cause', '>=', cause)
      .where('cause', '<', `${cause.slice(0, cause.lastIndexOf(':'))};`)
      .limit(1),
  ) !== undefined

export const doneOn = (reader: Reader): BusinessDate | null =>
  reader.first(query.selectFrom('coupon_day').select('done_on').where('id', '=', 1))?.done_on ?? null

/** The calendar's coupons of a day have all been given. */
export const noteDone = (tx: Writer, date: BusinessDate): void => {
  tx.run(
    query
      .insertInto('coupon_day')
      .values({ id: 1, done_on: date })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ done_on: date })),
  )
}

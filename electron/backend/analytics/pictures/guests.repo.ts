import { sql } from 'kysely'
import type { BusinessDate } from '#shared/dates.ts'
import type { Reader } from '../../platform/db/statements.ts'
import { dayPeriod } from '../shares/periods.ts'
import { boughtBetween, numbersIn } from './bought.repo.ts'
import { rowsOf } from './period.repo.ts'
import type { Piece } from './pieces.ts'
import { type TopShares, topShares } from './top-shares.ts'

/** As many as a sheet takes. */
const mostIds = 100_000

const idsOf = (reader: Reader, statement: Parameters<typeof rowsOf<{ id: number }>>[1]): number[] =>
  rowsOf(reader, statement).map(({ id }) => id)

/** Visits by days since the visit before. */
export const intervalRows = (reader: Reader, { from, to }: Piece): { days: number; visits: number }[] =>
  rowsOf(
    reader,
    sql`SELECT days, sum(visits) AS visits FROM interval_sum WHERE period BETWEEN ${from} AND ${to}
      GROUP BY days ORDER BY days`,
  )

export interface CohortRow {
  readonly cohort: number
  readonly period: number
  readonly guests: number
}

export const cohortRows = (reader: Reader, { from, to }: Piece): CohortRow[] =>
  rowsOf<CohortRow>(
    reader,
    sql`SELECT cohort, period, guests FROM cohort_sum WHERE cohort BETWEEN ${from} AND ${to} AND period <= ${to}`,
  )

/** What the best customers bought since the shop began. */
export const topSharesEver = (reader: Reader): TopShares => {
  const [list] = rowsOf<{ nets: string }>(
    reader,
    sql`SELECT json_group_array(spend) AS nets FROM customer_figures WHERE spend > 0`,
  )
  return topShares(numbersIn(list?.nets))
}

/** What the best customers of these days bought. */
export const topSharesBetween = (reader: Reader, from: BusinessDate, to: BusinessDate): TopShares =>
  topShares(boughtBetween(reader, from, to).values)

/** Customers with a visit in these days: all, those whose first it was, or those who had been there before. */
export const visitorIds = (
  reader: Reader,
  from: BusinessDate,
  to: BusinessDate,
  which: 'all' | 'newcomers' | 'returning',
): number[] => {
  const started = sql`f.first_visit BETWEEN ${from} AND ${to}`
  const only =
    which === 'all'
      ? sql`1`
      : which === 'newcomers'
        ? started
        : sql`(f.first_visit < ${from} OR count(*) > 1)`
  return idsOf(
    reader,
    sql`SELECT d.customer_id AS id FROM customer_day AS d
      LEFT JOIN customer_figures AS f ON f.customer_id = d.customer_id
      WHERE d.day BETWEEN ${dayPeriod(from)} AND ${dayPeriod(to)} AND d.visit = 1
      GROUP BY d.customer_id HAVING ${only} LIMIT ${mostIds}`,
  )
}

/** Who came in one month of those whose first visit was in another. */
export const cohortIds = (reader: Reader, first: string, month: string): number[] =>
  idsOf(
    reader,
    sql`SELECT DISTINCT d.customer_id AS id FROM customer_day AS d
      JOIN customer_figures AS f ON f.customer_id = d.customer_id
      WHERE d.day BETWEEN ${dayPeriod(`${month}-01`)} AND ${dayPeriod(`${month}-31`)} AND d.visit = 1
        AND f.first_visit BETWEEN ${`${first}-01`} AND ${`${first}-31`} LIMIT ${mostIds}`,
  )

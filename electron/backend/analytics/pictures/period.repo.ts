import { type RawBuilder, sql } from 'kysely'
import type { BusinessDate } from '#shared/dates.ts'
import { query } from '../../platform/db/query.ts'
import type { Reader } from '../../platform/db/statements.ts'
import { dayPeriod } from '../shares/periods.ts'
import type { Piece } from './pieces.ts'
import type { PeriodSums } from './spans.ts'

/** Rows of a raw query. */
export const rowsOf = <R>(reader: Reader, statement: RawBuilder<R>): R[] =>
  reader.all<R>({ compile: () => statement.compile(query) })

/** The rows of a table of sums that lie in the pieces of a range: one look into the table for each piece. */
export const inPieces = (table: string, pieces: readonly Piece[]): RawBuilder<unknown> =>
  sql.join(
    pieces.map(
      ({ from, to }) => sql`SELECT * FROM ${sql.table(table)} WHERE period BETWEEN ${from} AND ${to}`,
    ),
    sql` UNION ALL `,
  )

/** Sums of days, or of whole months where `pieces` says so. */
export const periodRows = (reader: Reader, pieces: readonly Piece[]): PeriodSums[] =>
  rowsOf<PeriodSums>(reader, sql`SELECT * FROM (${inPieces('period_sum', pieces)})`)

export interface HeatRow {
  readonly row: number
  readonly column: number
  readonly sales: number
  readonly net: number
}

const axes = {
  weekday: sql`weekday`,
  hour: sql`hour`,
  // Days have eight figures.
  month: sql`CASE WHEN period > 9999999 THEN period / 100 ELSE period END`,
}

export const heatRows = (
  reader: Reader,
  pieces: readonly Piece[],
  row: 'weekday' | 'month',
  column: 'hour' | 'weekday',
): HeatRow[] =>
  rowsOf<HeatRow>(
    reader,
    sql`SELECT ${axes[row]} AS "row", ${axes[column]} AS "column", sum(sales) AS sales, sum(net) AS net
      FROM (${inPieces('hour_sum', pieces)}) GROUP BY 1, 2`,
  )

/** First and last day of which there are sums. */
export const readSpan = (reader: Reader): { readonly first: number; readonly last: number } | null => {
  const [span] = rowsOf<{ first: number | null; last: number | null }>(
    reader,
    sql`SELECT (SELECT min(period) FROM period_sum WHERE period > 9999999) AS first,
      (SELECT max(period) FROM period_sum) AS last`,
  )
  if (span === undefined || span.first === null || span.last === null) return null
  return { first: span.first, last: span.last }
}

/** Net and receipts of some days of their own, by hour. */
export const hoursOfDays = (
  reader: Reader,
  dates: readonly BusinessDate[],
): { readonly hour: number; readonly net: number }[] =>
  dates.length === 0
    ? []
    : rowsOf(
        reader,
        sql`SELECT hour, sum(net) AS net FROM hour_sum WHERE period IN (${sql.join(dates.map(dayPeriod))})
          GROUP BY hour ORDER BY hour`,
      )

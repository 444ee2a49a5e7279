import { type RawBuilder, sql } from 'kysely'
import { query } from '../../platform/db/query.ts'
import type { Reader } from '../../platform/db/statements.ts'
import { monthPeriod } from '../shares/periods.ts'
import { type SumTable, sumTables } from '../shares/tables.ts'
import { longestInterval } from '../shares/visits.ts'

/** Rows as `tables.ts` orders them: keys, then sums. */
export type SumRows = readonly (readonly number[])[]

/** A month, `2026-11`; null for what is only counted whole. */
export type Month = string | null

/** Tables that are counted month by month; the others follow customers through all the years. */
export const monthlyTables = [
  'hour_sum',
  'customer_day',
  'product_sum',
  'product_hour_sum',
  'customer_product_sum',
] as const satisfies readonly SumTable[]
export const wholeTables = ['period_sum', 'interval_sum', 'cohort_sum'] as const satisfies readonly SumTable[]

const day = (column: string) => sql`CAST(replace(${sql.ref(column)}, '-', '') AS INTEGER)`
const monthOf = (column: string) => sql`${day(column)} / 100`
const hour = sql`(r.issued_at + 32400000) / 3600000 % 24`
const standing = sql`r.kind <> 'refund' AND NOT EXISTS (SELECT 1 FROM receipt AS back
  WHERE back.refunds_receipt_id = r.id GROUP BY back.refunds_receipt_id HAVING r.total + sum(back.total) <= 0)`
const within = (month: string) => sql`r.business_date BETWEEN ${`${month}-01`} AND ${`${month}-31`}`

const linesOf = (month: string, period: RawBuilder<unknown>, keys: RawBuilder<unknown>) => sql`
  SELECT ${keys}, count(*), sum(coalesce(CAST(round(l.quantity * 1000) AS INTEGER), CASE r.kind WHEN 'refund' THEN -1000 ELSE 1000 END)),
    sum(coalesce(l.amount, 0))
  FROM (SELECT r.*, ${period} AS period, ${hour} AS hour FROM receipt AS r WHERE ${within(month)}) AS r
  CROSS JOIN receipt_line AS l ON l.receipt_id = r.id JOIN product_name AS n ON n.name = l.name`

const monthly: Record<(typeof monthlyTables)[number], (month: string) => RawBuilder<unknown>[]> = {
  hour_sum: (month) =>
    [day('r.business_date'), monthOf('r.business_date')].map(
      (period) => sql`SELECT ${period}, CAST(strftime('%w', r.business_date) AS INTEGER), ${hour},
        count(*) FILTER (WHERE r.kind <> 'refund'), count(*) FILTER (WHERE r.kind = 'refund'), sum(r.total)
        FROM receipt AS r WHERE ${within(month)} GROUP BY 1, 2, 3`,
    ),
  customer_day: (month) => [
    sql`SELECT ${day('r.business_date')}, r.customer_id, count(*), max(${standing}), sum(r.total)
      FROM receipt AS r WHERE ${within(month)} AND r.customer_id IS NOT NULL GROUP BY 1, 2`,
  ],
  product_sum: (month) =>
    [day('r.business_date'), monthOf('r.business_date')].map(
      (period) => sql`${linesOf(month, period, sql`r.period, n.product_id`)} GROUP BY 1, 2`,
    ),
  product_hour_sum: (month) => [
    sql`${linesOf(month, monthOf('r.business_date'), sql`n.product_id, r.period, r.hour`)} GROUP BY 1, 2, 3`,
  ],
  customer_product_sum: (month) => [
    sql`${linesOf(month, monthOf('r.business_date'), sql`n.product_id, r.period, r.customer_id`)}
      WHERE r.customer_id IS NOT NULL GROUP BY 1, 2, 3`,
  ],
}

const visits = sql`WITH v AS (SELECT DISTINCT r.customer_id AS guest, r.business_date AS date FROM receipt AS r
    WHERE r.customer_id IS NOT NULL AND ${standing}),
  w AS (SELECT guest, date, lag(date) OVER (PARTITION BY guest ORDER BY date) AS before,
    min(date) OVER (PARTITION BY guest) AS first FROM v)`

const whole: Record<(typeof wholeTables)[number], () => RawBuilder<unknown>[]> = {
  period_sum: () =>
    [(column: string) => day(column), monthOf].map(
      (period) => sql`${visits}
        SELECT period, sum(sales), sum(refunds), sum(net), sum(guest_sales), sum(guest_refunds), sum(guest_net),
          sum(visits), sum(newcomers) FROM (
          SELECT ${period('r.business_date')} AS period, count(*) FILTER (WHERE r.kind <> 'refund') AS sales,
            count(*) FILTER (WHERE r.kind = 'refund') AS refunds, sum(r.total) AS net,
            count(r.customer_id) FILTER (WHERE r.kind <> 'refund') AS guest_sales,
            count(r.customer_id) FILTER (WHERE r.kind = 'refund') AS guest_refunds,
            sum(CASE WHEN r.customer_id IS NULL THEN 0 ELSE r.total END) AS guest_net, 0 AS visits, 0 AS newcomers
          FROM receipt AS r GROUP BY 1
          UNION ALL
          SELECT ${period('date')}, 0, 0, 0, 0, 0, 0, count(*), count(*) FILTER (WHERE date = first) FROM w GROUP BY 1
        ) GROUP BY 1`,
    ),
  interval_sum: () => [
    sql`${visits} SELECT ${monthOf('date')},
      min(${sql.lit(longestInterval)}, CAST(julianday(date) - julianday(before) AS INTEGER)), count(*)
      FROM w WHERE before IS NOT NULL GROUP BY 1, 2`,
  ],
  cohort_sum: () => [
    sql`${visits} SELECT ${monthOf('first')}, ${monthOf('date')}, count(DISTINCT guest) FROM w GROUP BY 1, 2`,
  ],
}

const isMonthly = (table: SumTable): table is (typeof monthlyTables)[number] =>
  monthlyTables.some((name) => name === table)
const isWhole = (table: SumTable): table is (typeof wholeTables)[number] =>
  wholeTables.some((name) => name === table)

const rowsOf = (reader: Reader, statement: RawBuilder<unknown>): SumRows =>
  reader
    .all<Record<string, number>>({ compile: () => statement.compile(query) as never })
    .map((row) => Object.values(row))

/** What the table would hold if it were counted from receipts now; independent of how it is kept. */
export const countedRows = (reader: Reader, table: SumTable, month: Month): SumRows => {
  if (month !== null && isMonthly(table)) return monthly[table](month).flatMap((one) => rowsOf(reader, one))
  if (month === null && isWhole(table)) return whole[table]().flatMap((one) => rowsOf(reader, one))
  return []
}

/** What the table holds of that month. */
export const keptRows = (reader: Reader, table: SumTable, month: Month): SumRows => {
  const { keys, sums } = sumTables[table]
  const columns = sql.join([...keys, ...sums].map((name) => sql.ref(name)))
  const all = sql`SELECT ${columns} FROM ${sql.table(table)}`
  if (month === null) return rowsOf(reader, all)
  const number = monthPeriod(month)
  const period = sql.ref(table === 'customer_day' ? 'day' : 'period')
  return rowsOf(
    reader,
    sql`${all} WHERE ${period} = ${number} OR ${period} BETWEEN ${number * 100} AND ${number * 100 + 99}`,
  )
}

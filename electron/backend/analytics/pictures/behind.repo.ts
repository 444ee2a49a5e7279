import { sql } from 'kysely'
import { type BusinessDate, daysBetween } from '#shared/dates.ts'
import type { Reader } from '../../platform/db/statements.ts'
import { dateOf } from '../shares/periods.ts'
import { bestKeys } from './best.ts'
import { boughtBetween } from './bought.repo.ts'
import { rowsOf } from './period.repo.ts'

/** As many as a sheet takes. */
const mostIds = 100_000

export interface ReceiptsBehind {
  readonly from: BusinessDate
  readonly to: BusinessDate
  readonly weekday: number | null
  readonly hour: number | null
  /** As it is shown. */
  readonly productId: number | null
  /** Null for any; `none` for lines in no category. */
  readonly category: number | 'none' | null
  /** Only those with a customer, or only those without. */
  readonly guests: boolean | null
}

/** Newest first. */
export const receiptIdsBehind = (reader: Reader, asked: ReceiptsBehind): number[] => {
  const conditions = [sql`r.business_date BETWEEN ${asked.from} AND ${asked.to}`]
  if (asked.weekday !== null)
    conditions.push(sql`CAST(strftime('%w', r.business_date) AS INTEGER) = ${asked.weekday}`)
  if (asked.hour !== null) conditions.push(sql`(r.issued_at + 32400000) / 3600000 % 24 = ${asked.hour}`)
  if (asked.guests !== null)
    conditions.push(asked.guests ? sql`r.customer_id IS NOT NULL` : sql`r.customer_id IS NULL`)
  const shown =
    asked.productId !== null
      ? sql`shown.id = ${asked.productId}`
      : asked.category === 'none'
        ? sql`shown.category_id IS NULL`
        : asked.category === null
          ? null
          : sql`shown.category_id = ${asked.category}`
  if (shown !== null)
    conditions.push(sql`EXISTS (SELECT 1 FROM receipt_line AS l JOIN product_name AS n ON n.name = l.name
      JOIN product AS own ON own.id = n.product_id JOIN product AS shown ON shown.id = own.stands_for
      WHERE l.receipt_id = r.id AND ${shown})`)
  return rowsOf<{ id: number }>(
    reader,
    sql`SELECT r.id FROM receipt AS r WHERE ${sql.join(conditions, sql` AND `)}
      ORDER BY r.business_date DESC, r.id DESC LIMIT ${mostIds}`,
  ).map(({ id }) => id)
}

/**
 * Customers who came again after so many days.
 * @param asked months, as periods; days between the two visits, both ends included.
 */
export const intervalIds = (
  reader: Reader,
  asked: { readonly from: number; readonly to: number; readonly least: number; readonly most: number | null },
): number[] => {
  const first = asked.from * 100
  const last = asked.to * 100 + 99
  const rows = rowsOf<{ id: number; day: number; before: number | null }>(
    reader,
    sql`SELECT d.customer_id AS id, d.day, (SELECT CAST(replace(max(r.business_date), '-', '') AS INTEGER)
        FROM receipt AS r WHERE r.customer_id = d.customer_id AND r.kind <> 'refund'
        AND r.business_date < ${sql`substr(d.day, 1, 4) || '-' || substr(d.day, 5, 2) || '-' || substr(d.day, 7, 2)`}
        AND NOT EXISTS (SELECT 1 FROM receipt AS back WHERE back.refunds_receipt_id = r.id
          GROUP BY back.refunds_receipt_id HAVING r.total + sum(back.total) <= 0)) AS before
      FROM customer_day AS d WHERE d.day BETWEEN ${first} AND ${last} AND d.visit = 1`,
  )
  const found = new Set<number>()
  for (const { id, day, before } of rows) {
    if (before === null) continue
    const days = daysBetween(dateOf(before), dateOf(day))
    if (days >= asked.least && (asked.most === null || days <= asked.most)) found.add(id)
  }
  return [...found].slice(0, mostIds)
}

/** The best customers of these days, so many. */
export const bestIds = (reader: Reader, from: BusinessDate, to: BusinessDate, many: number): number[] =>
  bestKeys(boughtBetween(reader, from, to), Math.min(many, mostIds))

/** The best customers since the shop began. */
export const bestIdsEver = (reader: Reader, many: number): number[] =>
  rowsOf<{ id: number }>(
    reader,
    sql`SELECT customer_id AS id FROM customer_figures WHERE spend > 0 ORDER BY spend DESC, customer_id
      LIMIT ${Math.min(many, mostIds)}`,
  ).map(({ id }) => id)

import { type RawBuilder, sql } from 'kysely'
import type { Condition, Goods } from '#shared/contract/segment-rule.ts'
import { upTo } from './figures-sql.repo.ts'
import type { Among, RuleView } from './heavy.ts'
import { type Days, daysOf, monthsAndDays } from './period.ts'
import { andAmong, containsText, sumCondition, type Truth } from './sum-condition.repo.ts'

/** The spellings that stand for what is meant: sums are kept by spelling, joined products are looked up. */
const productsOf = (goods: Goods): RawBuilder<unknown> => {
  if (goods.kind === 'product')
    return sql`SELECT id FROM product WHERE stands_for = (SELECT stands_for FROM product WHERE id = ${goods.id})`
  const shown = sql`SELECT p.id FROM product AS p JOIN product AS shown ON shown.id = p.stands_for`
  return goods.kind === 'category'
    ? sql`${shown} WHERE shown.category_id = ${goods.id}`
    : sql`${shown} WHERE ${containsText(sql`shown.name`, goods.text)}`
}

/**
 * Pieces or won of some goods: whole months from the sums by month, the days around them from the lines.
 * @param complete whether nothing lies after the day as of which is asked.
 */
export const boughtSql = (
  { what, count, period, at, value }: Extract<Condition, { is: 'bought' }>,
  { asOf, complete, among }: Pick<RuleView, 'asOf' | 'complete' | 'among'>,
): Truth => {
  const days = period === null ? { from: '0001-01-01', to: asOf } : upTo(daysOf(period, asOf), asOf)
  const { months, edges } = monthsAndDays(days, complete ? asOf : '9999-12-31')
  const products = productsOf(what)
  const parts = edges.map((edge) => linesOn(edge, products, among))
  if (months !== null)
    parts.push(sql`SELECT customer_id, quantity, net FROM customer_product_sum
      WHERE product_id IN (${products}) AND period BETWEEN ${months.from} AND ${months.to}${andAmong(sql`customer_id`, among)}`)
  // A thousandth of a piece is the least that sums know.
  const limit = count === 'pieces' ? value * 1000 : value
  return sumCondition(
    sql.join(parts, sql` UNION ALL `),
    count === 'pieces' ? sql`sum(quantity)` : sql`sum(net)`,
    at,
    limit,
  )
}

/** As the sums count them: a line without a number is one piece. */
const linesOn = (
  { from, to }: Days,
  products: RawBuilder<unknown>,
  among: Among | undefined,
): RawBuilder<unknown> =>
  sql`SELECT r.customer_id AS customer_id,
      CAST(round(coalesce(l.quantity, iif(r.kind = 'refund', -1, 1)) * 1000) AS INTEGER) AS quantity,
      coalesce(l.amount, 0) AS net
    FROM receipt AS r INDEXED BY receipt_by_date
    CROSS JOIN receipt_line AS l ON l.receipt_id = r.id
    CROSS JOIN product_name AS n ON n.name = l.name
    WHERE r.business_date BETWEEN ${from} AND ${to} AND r.customer_id IS NOT NULL${andAmong(sql`r.customer_id`, among)}
      AND n.product_id IN (${products})`

import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Among } from './heavy.ts'

export type Truth = RawBuilder<SqlBool>

export const everybody: Truth = sql<SqlBool>`1`
export const nobody: Truth = sql<SqlBool>`0`

/** Of a query over all customers only the rows of some. */
export const andAmong = (column: RawBuilder<unknown>, among: Among | undefined): RawBuilder<unknown> =>
  among === undefined ? sql`` : sql` AND ${column} BETWEEN ${among.from} AND ${among.to}`

/** Never null, so that "not" turns it round. */
export const surely = (truth: Truth): Truth => sql<SqlBool>`(${truth}) IS TRUE`

export const atLeastOrMost = (value: RawBuilder<unknown>, at: 'least' | 'most', limit: number): Truth =>
  surely(at === 'least' ? sql<SqlBool>`${value} >= ${limit}` : sql<SqlBool>`${value} <= ${limit}`)

/**
 * Whether a sum over rows of customers reaches a limit, where somebody without rows has 0: asked the way round in which
 * those without rows need not be listed.
 * @param rows gives `customer_id`, and what `sum` adds up.
 */
export const sumCondition = (
  rows: RawBuilder<unknown>,
  sum: RawBuilder<unknown>,
  at: 'least' | 'most',
  limit: number,
): Truth => {
  const those = (having: RawBuilder<unknown>) =>
    sql`(SELECT customer_id FROM (${rows}) GROUP BY customer_id HAVING ${having})`
  if (at === 'most') return sql<SqlBool>`f.customer_id NOT IN ${those(sql`${sum} > ${limit}`)}`
  if (limit <= 0) return sql<SqlBool>`f.customer_id NOT IN ${those(sql`${sum} < ${limit}`)}`
  return sql<SqlBool>`f.customer_id IN ${those(sql`${sum} >= ${limit}`)}`
}

/** Text anywhere in a column, whatever signs are in it. */
export const containsText = (column: RawBuilder<unknown>, text: string): Truth =>
  surely(sql<SqlBool>`${column} LIKE ${`%${text.normalize('NFC').replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`)

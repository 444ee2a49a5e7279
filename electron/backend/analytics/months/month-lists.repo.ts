import { sql } from 'kysely'
import { query } from '../../platform/db/query.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import { rowsOf } from '../pictures/period.repo.ts'
import type { Piece } from '../pictures/pieces.ts'
import { packMonth, unpackMonth } from './month-list.ts'

interface GuestRow {
  readonly id: number
  readonly net: number
}

/** The latest month before `before` (202611) of which there are sums and no list; null where there is none. */
export const monthWithoutList = (reader: Reader, before: number): number | null =>
  rowsOf<{ month: number }>(
    reader,
    sql`SELECT period AS month FROM period_sum WHERE period < ${before}
      AND NOT EXISTS (SELECT 1 FROM customer_month AS m WHERE m.month = period_sum.period)
      ORDER BY period DESC LIMIT 1`,
  )[0]?.month ?? null

/**
 * Who has days in a month, by id, and what they bought. The plus keeps SQLite from walking along all years in the order
 * of another index, which would save it this sort.
 */
const guestsOf = (reader: Reader, month: number): GuestRow[] =>
  rowsOf<GuestRow>(
    reader,
    sql`SELECT customer_id AS id, sum(net) AS net FROM customer_day
      WHERE day BETWEEN ${month * 100} AND ${month * 100 + 99} GROUP BY +customer_id ORDER BY +customer_id`,
  )

/** Counts the customers of a month and keeps them; in one unit of work, so that nothing comes in between. */
export const keepList = (tx: Writer, month: number): void => {
  const rows = guestsOf(tx, month)
  const guests = packMonth({ customers: rows.map(({ id }) => id), nets: rows.map(({ net }) => net) })
  tx.run(
    query
      .insertInto('customer_month')
      .values({ month, guests })
      .onConflict((conflict) => conflict.column('month').doUpdateSet({ guests })),
  )
}

/** What then is asked of that month is read from its days, until a list is made anew. */
export const forgetList = (tx: Writer, month: number): void => {
  tx.run(query.deleteFrom('customer_month').where('month', '=', month))
}

/** Lists of whole months as they are kept, ascending. */
export const listsBetween = (
  reader: Reader,
  { from, to }: Piece,
): { readonly month: number; readonly guests: Uint8Array }[] =>
  reader.all(
    query
      .selectFrom('customer_month')
      .select(['month', 'guests'])
      .where('month', '>=', from)
      .where('month', '<=', to)
      .orderBy('month'),
  )

/** Whether there is a list of that month that does not say what its days say. */
export const listIsWrong = (reader: Reader, month: number): boolean => {
  const [kept] = listsBetween(reader, { from: month, to: month })
  if (kept === undefined) return false
  const list = unpackMonth(kept.guests)
  const rows = guestsOf(reader, month)
  return (
    list === null ||
    list.customers.length !== rows.length ||
    rows.some(({ id, net }, row) => list.customers[row] !== id || list.nets[row] !== net)
  )
}

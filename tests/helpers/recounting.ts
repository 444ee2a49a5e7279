import { sql } from 'kysely'
import { expect } from 'vitest'
import { monthsToCount, recounted } from '#backend/analytics/recount/differences.repo.ts'
import { habitOf } from '#backend/customers/figures.service.ts'
import { query } from '#backend/platform/db/query.ts'
import type { Ledger } from '#backend/platform/ledger.ts'

/** What is kept, and what receipts and entries come to when they are counted again. */
export const expectSums = ({ reader, db }: Ledger): void => {
  for (const month of [...monthsToCount(reader), null]) expect(recounted(reader, month).tables).toEqual([])
  const figures = db
    .prepare('SELECT customer_id, visits, spend, points FROM customer_figures ORDER BY 1')
    .all()
  const counted = db
    .prepare(
      `SELECT c.id AS customer_id,
        (SELECT count(DISTINCT business_date) FROM receipt AS r WHERE r.customer_id = c.id AND r.kind <> 'refund'
          AND NOT EXISTS (SELECT 1 FROM receipt AS b WHERE b.refunds_receipt_id = r.id
            GROUP BY b.refunds_receipt_id HAVING r.total + sum(b.total) <= 0)) AS visits,
        (SELECT coalesce(sum(total), 0) FROM receipt WHERE customer_id = c.id) AS spend,
        (SELECT coalesce(sum(points), 0) FROM points_entry WHERE customer_id = c.id) AS points
      FROM customer AS c ORDER BY 1`,
    )
    .all()
  expect(figures).toEqual(counted)
  const days = db
    .prepare(
      `SELECT business_date, count(*) FILTER (WHERE kind <> 'refund') AS sales,
        count(*) FILTER (WHERE kind = 'refund') AS refunds, sum(total) AS net,
        count(*) FILTER (WHERE kind <> 'refund' AND customer_id IS NOT NULL) AS attached
      FROM receipt GROUP BY business_date ORDER BY 1`,
    )
    .all()
  expect(db.prepare('SELECT * FROM daily_total ORDER BY 1').all()).toEqual(days)
  const shown = reader.all(
    query
      .selectFrom('product_sum as s')
      .innerJoin('product as p', 'p.id', 's.product_id')
      .select(['p.stands_for', sql<number>`sum(s.net)`.as('net')])
      .where('s.period', '<', 1_000_000)
      .groupBy('p.stands_for')
      .orderBy('p.stands_for'),
  )
  const lines = reader.all(
    query
      .selectFrom('receipt_line as l')
      .innerJoin('product_name as n', 'n.name', 'l.name')
      .innerJoin('product as p', 'p.id', 'n.product_id')
      .select(['p.stands_for', sql<number>`sum(l.amount)`.as('net')])
      .groupBy('p.stands_for')
      .orderBy('p.stands_for'),
  )
  expect(shown).toEqual(lines)
  expect(db.pragma('foreign_key_check')).toEqual([])
}

const unknownHabit = {
  rhythm_days: null,
  rhythm_low: null,
  rhythm_high: null,
  weekday: null,
  hour: null,
  usual: '[]',
  next_from: null,
  next_to: null,
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

/** Everything that is kept of somebody, counted again from receipts and entries by plain arithmetic. */
export const expectFigures = ({ reader }: Ledger): void => {
  const receipts = reader.all(query.selectFrom('receipt').selectAll())
  const entries = reader.all(query.selectFrom('points_entry').select(['customer_id', 'points']))
  const there = reader.all(query.selectFrom('customer').select('id')).map(({ id }) => id)
  for (const id of there) {
    const own = receipts.filter((receipt) => receipt.customer_id === id)
    const days = own
      .filter(({ kind }) => kind !== 'refund')
      .filter((sale) => {
        const back = receipts.filter((one) => one.refunds_receipt_id === sale.id).map((one) => one.total)
        return back.length === 0 || sale.total + sum(back) > 0
      })
      .map((sale) => sale.business_date)
    const visits = [...new Set(days)].sort()
    expect(
      reader.first(query.selectFrom('customer_figures').selectAll().where('customer_id', '=', id)),
    ).toEqual({
      customer_id: id,
      visits: visits.length,
      spend: sum(own.map((receipt) => receipt.total)),
      points: sum(entries.filter((entry) => entry.customer_id === id).map((entry) => entry.points)),
      first_visit: visits[0] ?? null,
      last_visit: visits.at(-1) ?? null,
    })
    const habit = reader.first(query.selectFrom('customer_habit').selectAll().where('customer_id', '=', id))
    // Whoever came with a list and has bought nothing yet has none; it stands for one in which nothing is known.
    expect(habit ?? { ...unknownHabit, customer_id: id }).toEqual(habitOf(reader, id))
  }
  // Nobody's receipts are nobody's: no figure hangs on somebody who is gone.
  for (const receipt of receipts)
    if (receipt.customer_id !== null) expect(there).toContain(receipt.customer_id)
  const attached = receipts.filter((one) => one.kind !== 'refund' && one.customer_id !== null).length
  const kept = reader.first(
    query.selectFrom('daily_total').select(sql<number>`coalesce(sum(attached), 0)`.as('attached')),
  )
  expect(kept?.attached).toBe(attached)
}

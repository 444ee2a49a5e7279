import { beforeAll, describe, expect, it } from 'vitest'
import { createPictures, type Pictures } from '#backend/analytics/pictures.service.ts'
import { directReading, type Reading } from '#backend/analytics/thread/heavy.repo.ts'
import type { Connection } from '#backend/platform/db/open.ts'
import { query } from '#backend/platform/db/query.ts'
import { receiptsSheet } from '#backend/sheets/receipts-sheet.repo.ts'
import { countRows } from '#backend/sheets/rows.repo.ts'
import { dateRange } from '#shared/contract/analytics.ts'
import { addDays, businessDate } from '#shared/dates.ts'
import { barsOpenWhatTheyShow } from '../../helpers/bars-open.ts'
import { eveningTellsTheDay } from '../../helpers/evening-tells.ts'
import { livedShop } from '../../helpers/lived-shop.ts'

/** A small shop that has lived for 120 days; every number below is counted by plain SQL from its receipts. */
let lived: Awaited<ReturnType<typeof livedShop>>
let db: Connection
let pictures: Pictures
let today: string
beforeAll(async () => {
  lived = await livedShop()
  db = lived.ledger.db
  pictures = createPictures(directReading(lived.ledger.reader))
  today = businessDate(lived.now)
  return () => lived.dispose()
})

const ranges = () => [
  { from: addDays(today, -119), to: today },
  { from: addDays(today, -40), to: addDays(today, -9) },
  { from: `${addDays(today, -60).slice(0, 7)}-01`, to: today },
  { from: today, to: today },
]
type Row = Record<string, number>
const all = (sql: string, ...values: unknown[]): Row[] => db.prepare(sql).all(...values) as Row[]
const within = 'business_date BETWEEN ? AND ?'

barsOpenWhatTheyShow(() => lived)
eveningTellsTheDay(() => lived)

describe('each picture', () => {
  it('of sales says what receipts say, by any step', async () => {
    for (const range of ranges()) {
      for (const step of ['day', 'week', 'month', 'year'] as const) {
        const { points } = await pictures.sales({ range, compare: null, step })
        for (const point of points) {
          const [counted] = all(
            `SELECT coalesce(sum(total), 0) AS net, count(*) FILTER (WHERE kind <> 'refund') AS sales,
              count(*) FILTER (WHERE kind = 'refund') AS refunds FROM receipt WHERE ${within}`,
            point.from,
            point.to,
          )
          expect({ ...point, average: null }).toEqual({
            from: point.from,
            to: point.to,
            average: null,
            ...counted,
          })
        }
        expect(points.at(-1)?.to).toBe(range.to)
      }
    }
  })

  it('has the average of the days before it, across the edge of the range', async () => {
    const [, range] = ranges()
    if (range === undefined) throw new Error('No range')
    const { points } = await pictures.sales({ range, compare: null, step: 'day' })
    for (const { to, average } of points) {
      const [counted] = all(
        `SELECT sum(total) / 7.0 AS average FROM receipt WHERE ${within}`,
        addDays(to, -6),
        to,
      )
      expect(average).toBeCloseTo(counted?.['average'] ?? Number.NaN, 6)
    }
  })

  it('of busy times has every cell, and the days it is an average of', async () => {
    for (const range of ranges()) {
      const { cells } = await pictures.heat({ range, rows: 'weekday', columns: 'hour' })
      const counted = all(
        `SELECT CAST(strftime('%w', business_date) AS INTEGER) AS "row", (issued_at + 32400000) / 3600000 % 24 AS "column",
          count(*) FILTER (WHERE kind <> 'refund') AS sales, sum(total) AS net FROM receipt WHERE ${within} GROUP BY 1, 2`,
        range.from,
        range.to,
      )
      const key = (cell: Row | (typeof cells)[number]) =>
        [cell['row'], cell['column'], cell['sales'], cell['net']].join()
      expect(cells.map(key).sort()).toEqual(counted.map(key).sort())
      for (const cell of cells) {
        let days = 0
        for (let date = range.from; date <= range.to; date = addDays(date, 1))
          if (new Date(`${date}T00:00:00Z`).getUTCDay() === cell.row) days += 1
        expect(cell.days).toBe(days)
      }
      const hours = await pictures.heat({ range, rows: 'month', columns: 'hour' })
      const byHour = all(
        `SELECT CAST(replace(substr(business_date, 1, 7), '-', '') AS INTEGER) AS "row",
          (issued_at + 32400000) / 3600000 % 24 AS "column", count(*) FILTER (WHERE kind <> 'refund') AS sales,
          sum(total) AS net FROM receipt WHERE ${within} GROUP BY 1, 2`,
        range.from,
        range.to,
      )
      expect(hours.cells.map(key).sort()).toEqual(byHour.map(key).sort())
      const months = await pictures.heat({ range, rows: 'month', columns: 'weekday' })
      const byMonth = all(
        `SELECT CAST(replace(substr(business_date, 1, 7), '-', '') AS INTEGER) AS "row",
          CAST(strftime('%w', business_date) AS INTEGER) AS "column", count(*) FILTER (WHERE kind <> 'refund') AS sales,
          sum(total) AS net FROM receipt WHERE ${within} GROUP BY 1, 2`,
        range.from,
        range.to,
      )
      expect(months.cells.map(key).sort()).toEqual(byMonth.map(key).sort())
    }
  })

  it('of products and categories ranks what lines say, joined products as one', async () => {
    for (const range of ranges()) {
      const { items, net } = await pictures.ranking({ range, compare: null, by: 'product' })
      const counted = all(
        `SELECT p.stands_for AS id, sum(l.amount) AS net, sum(l.quantity) AS quantity FROM receipt AS r
          JOIN receipt_line AS l ON l.receipt_id = r.id JOIN product_name AS n ON n.name = l.name
          JOIN product AS p ON p.id = n.product_id WHERE ${within} GROUP BY 1 ORDER BY net DESC, 1`,
        range.from,
        range.to,
      )
      expect(items.map(({ id, net: sum, quantity }) => ({ id, net: sum, quantity }))).toEqual(
        counted.map(({ id, net: sum, quantity }) => ({ id, net: sum, quantity })),
      )
      expect(net).toBe(counted.reduce((sum, row) => sum + (row['net'] ?? 0), 0))
      const categories = await pictures.ranking({ range, compare: range, by: 'category' })
      expect(categories.net).toBe(net)
      expect(categories.items.every((one) => one.before?.net === one.net)).toBe(true)
    }
  })

  it('of products by time of day says what the lines of those months say', async () => {
    for (const range of ranges()) {
      const { months, cells, products } = await pictures.productHours({ range, products: 5 })
      expect(products.length).toBeLessThanOrEqual(5)
      for (const { product, hour, quantity, net } of cells) {
        const [counted] = all(
          `SELECT sum(l.amount) AS net, sum(l.quantity) AS quantity FROM receipt AS r
            JOIN receipt_line AS l ON l.receipt_id = r.id JOIN product_name AS n ON n.name = l.name
            JOIN product AS p ON p.id = n.product_id WHERE ${within} AND p.stands_for = ?
            AND (r.issued_at + 32400000) / 3600000 % 24 = ?`,
          `${months.from}-01`,
          `${months.to}-31`,
          product,
          hour,
        )
        expect({ net, quantity }).toEqual(counted)
      }
    }
  })

  it('of guests says who came, who was new, and what they bought', async () => {
    const standing = `r.kind <> 'refund' AND r.customer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt AS b
      WHERE b.refunds_receipt_id = r.id GROUP BY b.refunds_receipt_id HAVING r.total + sum(b.total) <= 0)`
    for (const range of ranges()) {
      const { points } = await pictures.guests({ range, step: 'week' })
      for (const point of points) {
        const [visits] = all(
          `SELECT count(*) AS visits FROM (SELECT DISTINCT customer_id, business_date FROM receipt AS r
            WHERE ${standing} AND ${within})`,
          point.from,
          point.to,
        )
        const [newcomers] = all(
          `SELECT count(*) AS newcomers FROM (SELECT min(business_date) AS first FROM receipt AS r WHERE ${standing}
            GROUP BY customer_id) WHERE first BETWEEN ? AND ?`,
          point.from,
          point.to,
        )
        const [money] = all(
          `SELECT coalesce(sum(total), 0) AS net, coalesce(sum(total) FILTER (WHERE customer_id IS NOT NULL), 0) AS guestNet
            FROM receipt WHERE ${within}`,
          point.from,
          point.to,
        )
        expect(point).toMatchObject({ ...visits, ...newcomers, ...money })
      }
    }
  })

  it('of the best customers adds up to what customers bought', async () => {
    for (const range of ranges()) {
      const { customers, net, shares } = await pictures.top({ range })
      const spent = all(
        `SELECT sum(total) AS net FROM receipt WHERE customer_id IS NOT NULL AND ${within} GROUP BY customer_id
          HAVING sum(total) > 0 ORDER BY 1 DESC`,
        range.from,
        range.to,
      ).map((row) => row['net'] ?? 0)
      expect(customers).toBe(spent.length)
      expect(net).toBe(spent.reduce((sum, one) => sum + one, 0))
      for (const share of shares) {
        expect(share.net).toBe(spent.slice(0, share.customers).reduce((sum, one) => sum + one, 0))
        expect(share.least).toBe(spent[share.customers - 1] ?? 0)
      }
    }
  })

  it('of months and intervals counts each customer by their own visits', async () => {
    const visits = db
      .prepare(
        `SELECT DISTINCT customer_id AS id, business_date AS date FROM receipt AS r WHERE kind <> 'refund'
          AND customer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt AS b WHERE b.refunds_receipt_id = r.id
          GROUP BY b.refunds_receipt_id HAVING r.total + sum(b.total) <= 0) ORDER BY 1, 2`,
      )
      .all() as { id: number; date: string }[]
    const own = Map.groupBy(visits, ({ id }) => id)
    const range = { from: addDays(today, -119), to: today }
    const { cohorts } = await pictures.cohorts({ range })
    for (const { month, guests } of cohorts) {
      const members = [...own.values()].filter(([first]) => first?.date.startsWith(month))
      expect(guests[0]).toBe(members.length)
      const last = members.filter((dates) => dates.some(({ date }) => date.startsWith(today.slice(0, 7))))
      expect(guests.at(-1)).toBe(last.length)
    }
    const { bars, median, visits: counted } = await pictures.intervals({ range })
    const days = [...own.values()]
      .flatMap((dates) =>
        dates
          .slice(1)
          .map(({ date }, place) => (Date.parse(date) - Date.parse(dates[place]?.date ?? date)) / 86_400_000),
      )
      .sort((a, b) => a - b)
    expect(counted).toBe(days.length)
    for (const { from, to, visits: many } of bars)
      expect(many).toBe(days.filter((one) => one >= from && (to === null || one <= to)).length)
    const middle = (days.length - 1) / 2
    expect(median).toBe(((days[Math.floor(middle)] ?? 0) + (days[Math.ceil(middle)] ?? 0)) / 2)
  })
})

const from1970 = () => Promise.resolve({ first: 19_700_101, last: 20_261_122 })

describe('the days that a shop has lived', () => {
  it('begin within what can be asked for, also when a till that had lost its clock printed 1970', async () => {
    const span = await createPictures({ ask: from1970 } as unknown as Reading).span()
    expect(dateRange.safeParse(span).success).toBe(true)
    expect(span?.to).toBe('2026-11-22')
  })
})

describe('the sheet of all receipts', () => {
  it('has as many rows as there are receipts, whether the sums know it or not', async () => {
    const { reader, unit } = lived.ledger
    const everything = {
      source: receiptsSheet,
      columns: new Map(),
      where: { where: [], needs: new Set<string>() },
    }
    const [counted] = all('SELECT count(*) AS receipts FROM receipt')
    const setCounted = (value: number) =>
      unit.write((tx) => void tx.run(query.updateTable('sums_state').set({ counted: value })))
    expect(countRows(reader, everything)).toBe(counted?.['receipts'])
    setCounted(0)
    expect(countRows(reader, everything)).toBe(counted?.['receipts'])
    setCounted(1)
  })
})

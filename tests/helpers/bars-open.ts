import { beforeAll, describe, expect, it } from 'vitest'
import { type Behind, createBehind } from '#backend/analytics/behind.service.ts'
import { createPictures, type Pictures } from '#backend/analytics/pictures.service.ts'
import { directReading } from '#backend/analytics/thread/heavy.repo.ts'
import type { Connection } from '#backend/platform/db/open.ts'
import { addDays, businessDate } from '#shared/dates.ts'
import type { LivedShop } from './lived-shop.ts'

/** Net and number of sales of these receipts, by plain SQL. */
const sumsOf = (db: Connection, ids: readonly number[]): { net: number; sales: number; refunds: number } =>
  db
    .prepare(
      `SELECT coalesce(sum(total), 0) AS net, count(*) FILTER (WHERE kind <> 'refund') AS sales,
        count(*) FILTER (WHERE kind = 'refund') AS refunds FROM receipt WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .get(JSON.stringify(ids)) as { net: number; sales: number; refunds: number }

const ascending = (ids: readonly number[]): number[] => [...ids].sort((a, b) => a - b)

/** Everybody's visits, by plain SQL: a day on which something was bought that was not all given back. */
const visitsOf = (db: Connection): Map<number, string[]> => {
  const rows = db
    .prepare(
      `SELECT DISTINCT customer_id AS id, business_date AS date FROM receipt AS r WHERE kind <> 'refund'
          AND customer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt AS b WHERE b.refunds_receipt_id = r.id
          GROUP BY b.refunds_receipt_id HAVING r.total + sum(b.total) <= 0) ORDER BY 1, 2`,
    )
    .all() as { id: number; date: string }[]
  return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => [id, own.map(({ date }) => date)]))
}
const customersWhose = (db: Connection, holds: (dates: readonly string[]) => boolean): number[] =>
  [...visitsOf(db)].filter(([, dates]) => holds(dates)).map(([id]) => id)

/** Tests that what opens behind a bar is what the bar was drawn from, in a shop that has lived. */
export const barsOpenWhatTheyShow = (shop: () => LivedShop): void => {
  let db: Connection
  let pictures: Pictures
  let behind: Behind
  let today: string
  beforeAll(() => {
    const { ledger, now } = shop()
    db = ledger.db
    const reading = directReading(ledger.reader)
    pictures = createPictures(reading)
    behind = createBehind(reading, pictures)
    today = businessDate(now)
  })

  const summed = (ids: readonly number[]) => sumsOf(db, ids)
  const whose = (holds: (dates: readonly string[]) => boolean): number[] => customersWhose(db, holds)
  const ranges = () => [
    { from: addDays(today, -119), to: today },
    { from: addDays(today, -40), to: addDays(today, -9) },
  ]

  describe('the receipts behind a bar', () => {
    it('of sales add up to it', async () => {
      for (const range of ranges()) {
        const { points } = await pictures.sales({ range, compare: null, step: 'week' })
        for (const { from, to, net, sales, refunds } of points) {
          const { receiptIds } = await behind.receipts({ range: { from, to } })
          expect(summed(receiptIds)).toEqual({ net, sales, refunds })
        }
      }
    })

    it('of busy times add up to it, by weekday and by month', async () => {
      const [, range] = ranges()
      if (range === undefined) throw new Error('No range')
      const { cells } = await pictures.heat({ range, rows: 'weekday', columns: 'hour' })
      for (const { row, column, net, sales } of cells) {
        const { receiptIds } = await behind.receipts({ range, weekday: row, hour: column })
        expect(summed(receiptIds)).toMatchObject({ net, sales })
      }
    })

    it('of members and of nobody add up to it', async () => {
      for (const range of ranges()) {
        const { points } = await pictures.guests({ range, step: 'month' })
        for (const { from, to, net, sales, guestNet, guestSales } of points) {
          const known = await behind.receipts({ range: { from, to }, guests: true })
          expect(summed(known.receiptIds)).toMatchObject({ net: guestNet, sales: guestSales })
          const unknown = await behind.receipts({ range: { from, to }, guests: false })
          expect(summed(unknown.receiptIds)).toMatchObject({ net: net - guestNet, sales: sales - guestSales })
        }
      }
    })

    it('of a product, of a category and of a product at an hour are those with such a line', async () => {
      const [, range] = ranges()
      if (range === undefined) throw new Error('No range')
      const lines = `SELECT DISTINCT r.id FROM receipt AS r JOIN receipt_line AS l ON l.receipt_id = r.id
      JOIN product_name AS n ON n.name = l.name JOIN product AS own ON own.id = n.product_id
      JOIN product AS shown ON shown.id = own.stands_for WHERE r.business_date BETWEEN ? AND ?`
      const ids = (sql: string, ...values: unknown[]): number[] =>
        (db.prepare(sql).all(range.from, range.to, ...values) as { id: number }[]).map(({ id }) => id)
      const { items } = await pictures.ranking({ range, compare: null, by: 'product' })
      expect(items.length).toBeGreaterThan(2)
      for (const { id } of items) {
        const { receiptIds } = await behind.receipts({ range, productId: id ?? 0 })
        expect(ascending(receiptIds)).toEqual(ascending(ids(`${lines} AND shown.id = ?`, id)))
        const atThree = await behind.receipts({ range, productId: id ?? 0, hour: 15 })
        expect(ascending(atThree.receiptIds)).toEqual(
          ascending(ids(`${lines} AND shown.id = ? AND (r.issued_at + 32400000) / 3600000 % 24 = 15`, id)),
        )
      }
      const categories = await pictures.ranking({ range, compare: null, by: 'category' })
      for (const { id } of categories.items) {
        const { receiptIds } = await behind.receipts({ range, categoryId: id })
        expect(ascending(receiptIds)).toEqual(ascending(ids(`${lines} AND shown.category_id IS ?`, id)))
      }
    })
  })

  describe('the people behind a bar', () => {
    it('of new and returning guests are they', async () => {
      for (const range of ranges()) {
        const { points } = await pictures.guests({ range, step: 'week' })
        for (const { from, to, newcomers } of points) {
          const within = (date: string | undefined): boolean =>
            date !== undefined && date >= from && date <= to
          const fresh = await behind.people({ of: { kind: 'newcomers', range: { from, to } } })
          expect(ascending(fresh.customerIds)).toEqual(whose(([first]) => within(first)))
          expect(fresh.customerIds).toHaveLength(newcomers)
          const again = await behind.people({ of: { kind: 'returning', range: { from, to } } })
          expect(ascending(again.customerIds)).toEqual(whose(([, ...later]) => later.some(within)))
          const came = await behind.people({ of: { kind: 'visitors', range: { from, to } } })
          expect(ascending(came.customerIds)).toEqual(whose((dates) => dates.some(within)))
        }
      }
    })

    it('of months of first visits are as many as the picture says', async () => {
      const [range] = ranges()
      if (range === undefined) throw new Error('No range')
      const { cohorts } = await pictures.cohorts({ range })
      for (const { month, guests } of cohorts)
        for (const [later, many] of guests.entries()) {
          let then = `${month}-01`
          for (let step = 0; step < later; step += 1) then = `${addDays(then, 31).slice(0, 7)}-01`
          const { customerIds } = await behind.people({
            of: { kind: 'cohort', first: `${month}-01`, in: then },
          })
          expect(customerIds).toHaveLength(many)
          expect(ascending(customerIds)).toEqual(
            whose(
              ([first, ...dates]) =>
                first?.startsWith(month) === true &&
                [first, ...dates].some((date) => date.startsWith(then.slice(0, 7))),
            ),
          )
        }
    })

    it('of days between visits are those who came again after so many', async () => {
      const [range] = ranges()
      if (range === undefined) throw new Error('No range')
      const { bars } = await pictures.intervals({ range })
      for (const { from, to, visits: many } of bars) {
        const { customerIds } = await behind.people({ of: { kind: 'interval', range, from, to } })
        const expected = whose((dates) =>
          dates.some((date, place) => {
            const before = dates[place - 1]
            if (before === undefined) return false
            const apart = (Date.parse(date) - Date.parse(before)) / 86_400_000
            return apart >= from && (to === null || apart <= to)
          }),
        )
        expect(ascending(customerIds)).toEqual(expected)
        expect(customerIds.length > 0).toBe(many > 0)
      }
    })

    it('of the best customers are as many, and spent as much, as the picture says', async () => {
      for (const range of ranges()) {
        const { shares } = await pictures.top({ range })
        for (const { percent, customers, net } of shares) {
          const { customerIds } = await behind.people({ of: { kind: 'top', range, percent } })
          expect(customerIds).toHaveLength(customers)
          const spent = db
            .prepare(
              `SELECT sum(total) AS net FROM receipt WHERE business_date BETWEEN ? AND ?
              AND customer_id IN (SELECT value FROM json_each(?))`,
            )
            .get(range.from, range.to, JSON.stringify(customerIds))
          expect(spent).toEqual({ net })
        }
      }
    })
  })
}

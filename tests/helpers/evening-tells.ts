import { beforeAll, describe, expect, it } from 'vitest'
import { createBehind } from '#backend/analytics/behind.service.ts'
import { createEvening } from '#backend/analytics/evening.service.ts'
import { createPictures } from '#backend/analytics/pictures.service.ts'
import { directReading } from '#backend/analytics/thread/heavy.repo.ts'
import type { Connection } from '#backend/platform/db/open.ts'
import { query } from '#backend/platform/db/query.ts'
import { addDays, businessDate } from '#shared/dates.ts'
import type { LivedShop } from './lived-shop.ts'

type Row = Record<string, number>

/** Tests that the evening page says of a day what its receipts say, counted by plain SQL. */
export const eveningTellsTheDay = (shop: () => LivedShop): void => {
  let db: Connection
  let evening: ReturnType<typeof createEvening>
  let today: string
  beforeAll(() => {
    const { ledger, now } = shop()
    db = ledger.db
    const reading = directReading(ledger.reader)
    evening = createEvening({ reader: ledger.reader, reading, clock: { now: () => now }, review: () => 3 })
    today = businessDate(now)
  })
  const all = (sql: string, ...values: unknown[]): Row[] => db.prepare(sql).all(...values) as Row[]
  const greeted = async (date: string): Promise<number[]> =>
    (await evening(addDays(date, -1))).birthdays.map(({ customerId }) => customerId)
  const days = () => [0, 1, 7, 30, 66, 119].map((back) => addDays(today, -back))
  const visit = `kind <> 'refund' AND customer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt AS b
    WHERE b.refunds_receipt_id = r.id GROUP BY b.refunds_receipt_id HAVING r.total + sum(b.total) <= 0)`

  describe('the evening page', () => {
    it('has the figures of the day, and of such days before it', async () => {
      const sums = `SELECT coalesce(sum(total), 0) AS net, count(*) FILTER (WHERE kind <> 'refund') AS sales,
        count(*) FILTER (WHERE kind = 'refund') AS refunds,
        coalesce(sum(total) FILTER (WHERE customer_id IS NOT NULL), 0) AS guestNet,
        count(*) FILTER (WHERE kind <> 'refund' AND customer_id IS NOT NULL) AS guestSales,
        count(*) FILTER (WHERE kind <> 'refund' AND customer_id IS NULL) AS nameless
        FROM receipt WHERE business_date = ?`
      for (const date of days()) {
        const told = await evening(date)
        expect(told).toMatchObject({ date, review: 3, ...all(sums, date)[0] })
        const before = [7, 14, 21, 28].flatMap((back) => all(sums, addDays(date, -back)))
        const open = before.filter((day) => (day['sales'] ?? 0) + (day['refunds'] ?? 0) > 0)
        const mean = (key: string): number =>
          open.reduce((sum, day) => sum + (day[key] ?? 0), 0) / open.length
        expect(told.usual).toEqual(
          open.length === 0 ? null : { net: mean('net'), sales: mean('sales'), days: open.length },
        )
        const hours = all(
          `SELECT (issued_at + 32400000) / 3600000 % 24 AS hour, sum(total) AS net FROM receipt
            WHERE business_date = ? GROUP BY 1 ORDER BY 1`,
          date,
        )
        const sold = told.hours.filter(({ hour }) => hours.some((one) => one['hour'] === hour))
        expect(sold.map(({ hour, net }) => ({ hour, net }))).toEqual(hours)
      }
    })

    it('knows who came, for the so manieth time up to that day, and what sold most', async () => {
      for (const date of days()) {
        const told = await evening(date)
        const came = all(
          `SELECT customer_id AS id, count(DISTINCT business_date) AS visitNumber FROM receipt AS r
            WHERE ${visit} AND business_date <= ? GROUP BY 1 HAVING max(business_date) = ? ORDER BY 1`,
          date,
          date,
        )
        expect(
          told.visitors
            .map(({ customerId: id, visitNumber }) => ({ id, visitNumber }))
            .sort((a, b) => a.id - b.id),
        ).toEqual(came)
        expect(told.visits).toBe(came.length)
        for (const { isNew, visitNumber } of told.visitors) expect(isNew).toBe(visitNumber === 1)
        expect(told.newcomers).toBe(told.visitors.filter(({ isNew }) => isNew).length)
        const best = all(
          `SELECT p.stands_for AS id, sum(l.amount) AS net, sum(l.quantity) AS quantity FROM receipt AS r
            JOIN receipt_line AS l ON l.receipt_id = r.id JOIN product_name AS n ON n.name = l.name
            JOIN product AS p ON p.id = n.product_id WHERE business_date = ? GROUP BY 1 ORDER BY net DESC, 1 LIMIT 5`,
          date,
        )
        expect(told.best.map(({ net, quantity }) => ({ net, quantity }))).toEqual(
          best.map(({ net, quantity }) => ({ net, quantity })),
        )
      }
    })

    it('counts as missing those whom its sheet opens', async () => {
      const reading = directReading(shop().ledger.reader)
      const behind = createBehind(reading, createPictures(reading))
      for (const date of [today, addDays(today, 9)]) {
        const told = await evening(date)
        const { customerIds } = await behind.people({ of: { kind: 'missing', date } })
        expect(customerIds).toHaveLength(told.missingCount)
        expect(told.missing.map(({ customerId }) => customerId)).toEqual(customerIds.slice(0, 12))
      }
    })

    it('greets birthdays that a year or a month has not got on the day before, as groups do', async () => {
      const { ledger, customers } = shop()
      const [leap = 0, plain = 0, moon = 0] = customers
      const unsaid = { birth_year: null, birth_leap: 0, gender: null }
      const words = { address: '', found_by: '', allergies: '', cautions: '' }
      ledger.unit.write((tx) => {
        for (const [id, calendar, month, day] of [
          [leap, 'solar', 2, 29],
          [plain, 'solar', 3, 1],
          [moon, 'lunar', 1, 30],
        ] as const) {
          const born = { birth_calendar: calendar, birth_month: month, birth_day: day }
          tx.run(
            query.insertInto('customer_detail').values({ customer_id: id, ...born, ...unsaid, ...words }),
          )
        }
      })
      expect(await greeted('2026-02-28')).toEqual([leap])
      expect(await greeted('2026-03-01')).toEqual([plain])
      expect(await greeted('2028-02-28')).toEqual([])
      expect(await greeted('2028-02-29')).toEqual([leap])
      // The first month of the moon has 30 days in 2026 (until 18 March) and 29 in 2027 (until 7 March).
      expect(await greeted('2026-03-18')).toEqual([moon])
      expect(await greeted('2027-03-07')).toEqual([moon])
    })
  })
}

import * as fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { monthsToCount, recounted } from '#backend/analytics/recount/differences.repo.ts'
import { query } from '#backend/platform/db/query.ts'
import type { Ledger } from '#backend/platform/ledger.ts'
import { createProducts } from '#backend/products/products.service.ts'
import { isDangolError } from '#shared/errors.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { arrivalOf, item, saleReading } from '../../helpers/readings.ts'
import { shopLab } from '../../helpers/shop-lab.ts'
import { deskAlone, movingLab } from './bringing.ts'

forgetTemplate()

const noon = Date.UTC(2026, 10, 22, 3)
const names = ['라떼', '아이스 라떼', '라떼(ICE)', '소금빵', '케이크']
const few = fc.nat({ max: 4 })

type Step =
  | { readonly do: 'people'; readonly rows: readonly { readonly who: number; readonly points: number }[] }
  | { readonly do: 'sales'; readonly rows: readonly SaleRow[] }
  | { readonly do: 'undo'; readonly run: number }
  | { readonly do: 'live'; readonly who: number; readonly what: number; readonly total: number }
  | { readonly do: 'join'; readonly into: number; readonly from: number }
  | { readonly do: 'split' | 'undo-join'; readonly id: number }
interface SaleRow {
  readonly day: number
  readonly number: number
  readonly what: number
  readonly price: number
  readonly who: number
  readonly back: boolean
}

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('people' as const),
    rows: fc.array(fc.record({ who: few, points: fc.nat({ max: 900 }) }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    do: fc.constant('sales' as const),
    rows: fc.array(
      fc.record({
        day: fc.integer({ min: 1, max: 9 }),
        number: fc.nat({ max: 6 }),
        what: few,
        price: fc.integer({ min: 1, max: 9 }),
        who: few,
        back: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  }),
  fc.record({ do: fc.constant('undo' as const), run: few }),
  fc.record({
    do: fc.constant('live' as const),
    who: few,
    what: few,
    total: fc.integer({ min: 1, max: 9_000 }),
  }),
  fc.record({ do: fc.constant('join' as const), into: few, from: few }),
  fc.record({ do: fc.constantFrom('split' as const, 'undo-join' as const), id: few }),
)

const phone = (who: number): string => `0100000000${who}`

/** What is kept, and what receipts and entries come to when they are counted again. */
const check = ({ reader, db }: Ledger): void => {
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

const allowed = (work: () => void): void => {
  try {
    work()
  } catch (error) {
    if (!isDangolError(error)) throw error
  }
}

it('after any sequence of imports, their undoing, sales, product joins and splits, every sum is what receipts say', {
  timeout: 120_000,
}, async () => {
  expect.hasAssertions()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
      const { ledger, folder } = await freshLedger()
      let now = noon
      const clock = { now: () => (now += 1) }
      const shop = await shopLab(ledger, { folder, clock })
      const lab = movingLab(ledger, clock.now, deskAlone)
      const products = createProducts(ledger.reader, ledger.unit, ledger.ids, clock)
      const changes: number[] = []
      const keep = ({ changeId }: { readonly changeId: number | null }): void => {
        if (changeId !== null) changes.push(changeId)
      }
      for (const one of steps) {
        if (one.do === 'people') {
          const rows = one.rows.map(({ who, points }) => `손님${who},${phone(who)},${points}`)
          await lab.brought(Buffer.from(['이름,전화,포인트', ...rows].join('\n')))
        }
        if (one.do === 'sales') {
          const rows = one.rows.map(({ day, number, what, price, who, back }) =>
            [
              `2026-10-0${day}`,
              `${day}${number}`,
              names[what],
              back ? -1 : 1,
              `${back ? '-' : ''}${price}000`,
              phone(who),
            ].join(),
          )
          await lab.brought(Buffer.from(['거래일자,주문번호,상품명,수량,금액,연락처', ...rows].join('\n')))
        }
        const run = one.do === 'undo' ? lab.moving.runs()[one.run] : undefined
        if (run !== undefined && run.state !== 'undone') await lab.undone(run.id)
        if (one.do === 'live') {
          const reading = saleReading({
            receiptNumber: `L${now}`,
            total: one.total,
            items: [item(names[one.what] ?? '', one.total)],
            issuedAt: now,
          })
          const entered = ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(reading)))
          const [customer] = shop.customers.search(`000${one.who}`)
          if (entered?.receiptId != null && customer !== undefined) {
            shop.counter.attach(entered.receiptId, customer.id, false)
          }
        }
        if (one.do === 'join') allowed(() => keep(products.join(one.into + 1, [one.from + 1])))
        if (one.do === 'split') allowed(() => keep(products.split(one.id + 1)))
        const change = one.do === 'undo-join' ? changes[one.id] : undefined
        if (change !== undefined) allowed(() => products.undo(change))
        check(ledger)
      }
      await lab.moving.stop()
      ledger.close()
    }),
    { numRuns: 8 },
  )
})

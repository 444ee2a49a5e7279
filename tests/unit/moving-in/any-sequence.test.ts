import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createProducts } from '#backend/products/products.service.ts'
import { isDangolError } from '#shared/errors.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { arrivalOf, item, saleReading } from '../../helpers/readings.ts'
import { expectSums } from '../../helpers/recounting.ts'
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
        expectSums(ledger)
      }
      await lab.moving.stop()
      ledger.close()
    }),
    { numRuns: 8 },
  )
})

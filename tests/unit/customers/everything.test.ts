import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createProducts } from '#backend/products/products.service.ts'
import { isDangolError } from '#shared/errors.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { arrivalOf, item, refundReading, saleReading } from '../../helpers/readings.ts'
import { expectFigures, expectSums } from '../../helpers/recounting.ts'
import { shopLab } from '../../helpers/shop-lab.ts'
import { deskAlone, movingLab } from '../moving-in/bringing.ts'

forgetTemplate()

const noon = Date.UTC(2026, 10, 22, 3)
const day = 86_400_000
const names = ['라떼', '아이스 라떼', '라떼(ICE)', '소금빵']
const few = fc.nat({ max: 3 })

const rows = fc.array(
  fc.record({
    who: few,
    what: few,
    price: fc.integer({ min: 1, max: 9 }),
    on: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 3 },
)
const step = fc.oneof(
  fc.record({
    do: fc.constant('sell' as const),
    who: few,
    what: few,
    total: fc.integer({ min: 100, max: 60_000 }),
  }),
  fc.record({ do: fc.constant('refund' as const), receipt: few, share: fc.constantFrom(1, 0.4) }),
  fc.record({ do: fc.constant('move' as const), receipt: few, who: few }),
  fc.record({ do: fc.constant('merge' as const), who: few, into: few }),
  fc.record({ do: fc.constant('unmerge' as const), merge: fc.nat({ max: 1 }) }),
  fc.record({ do: fc.constant('people' as const), rows }),
  fc.record({ do: fc.constant('sales' as const), rows }),
  fc.record({ do: fc.constant('undo' as const), run: few }),
  fc.record({ do: fc.constant('join' as const), into: few, from: few }),
  fc.record({ do: fc.constant('undo-join' as const), change: fc.nat({ max: 1 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Refusals are part of the game; anything else is a fault. */
const allowed = <T>(work: () => T): T | null => {
  try {
    return work()
  } catch (error) {
    if (!isDangolError(error)) throw error
    return null
  }
}
const phone = (who: number): string => `0100000000${who}`

/** A small shop in which anything may happen in any order. */
const world = async () => {
  const { ledger, folder } = await freshLedger()
  let now = noon
  const clock = { now: () => (now += 1) }
  const shop = await shopLab(ledger, { folder, clock })
  const lab = movingLab(ledger, clock.now, deskAlone)
  const products = createProducts(ledger.reader, ledger.unit, ledger.ids, clock)
  const sales: { readonly id: number; readonly number: string; readonly total: number }[] = []
  const merges: number[] = []
  const changes: number[] = []
  const { customers } = shop
  for (const who of [0, 1, 2])
    customers.join({
      name: `손님${who}`,
      phone: phone(who),
      memo: '',
      consent: { required: true, marketing: false },
    })
  const idOf = (who: number): number => customers.search(`000${who}`)[0]?.id ?? 0
  const bring = async (heading: string, lines: readonly string[]): Promise<void> => {
    await lab.brought(Buffer.from([heading, ...lines].join('\n')))
  }
  const take = async (one: Step): Promise<void> => {
    now += day / 2
    switch (one.do) {
      case 'sell': {
        const number = `L${now}`
        const items = [item(names[one.what] ?? '', one.total)]
        const reading = saleReading({ receiptNumber: number, total: one.total, items, issuedAt: now })
        const id = ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(reading)))?.receiptId ?? 0
        sales.push({ id, number, total: one.total })
        allowed(() => shop.counter.attach(id, idOf(one.who), false))
        return
      }
      case 'refund': {
        const sale = sales[one.receipt]
        if (sale === undefined) return
        const total = -Math.max(1, Math.floor(sale.total * one.share))
        const items = [item(names[3] ?? '', total)]
        const reading = refundReading({ originalReceipt: sale.number, total, issuedAt: now, items })
        ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(reading)))
        return
      }
      case 'move': {
        const receiptId = sales[one.receipt]?.id ?? 0
        allowed(() => customers.moveReceipt({ receiptId, customerId: one.who === 3 ? null : idOf(one.who) }))
        return
      }
      case 'merge': {
        const made = allowed(() => customers.merge({ customerId: idOf(one.into), goneId: idOf(one.who) }))
        if (made !== null) merges.push(made)
        return
      }
      case 'unmerge':
        allowed(() => customers.unmerge({ mergeId: merges[one.merge] ?? 0 }))
        return
      case 'people':
        return bring(
          '이름,전화,포인트,집전화',
          one.rows.map(({ who, price }) => `손님${who},${phone(who)},${price}00,02-000-100${price}`),
        )
      case 'sales':
        return bring(
          '거래일자,주문번호,상품명,수량,금액,연락처',
          one.rows.map(({ who, what, price, on }) =>
            [`2026-10-0${on}`, `${on}${what}`, names[what], 1, `${price}000`, phone(who)].join(),
          ),
        )
      case 'undo': {
        const run = lab.moving.runs()[one.run]
        if (run !== undefined && run.state !== 'undone') await lab.undone(run.id)
        return
      }
      case 'join': {
        const made = allowed(() => products.join(one.into + 1, [one.from + 1]))
        if (made?.changeId != null) changes.push(made.changeId)
        return
      }
      default:
        allowed(() => products.undo(changes[one.change] ?? 0))
    }
  }
  return {
    ledger,
    take,
    end: async (): Promise<void> => {
      await lab.moving.stop()
      await shop.stop()
      ledger.close()
    },
  }
}

it('after any sequence of sales, refunds, moves, merges, product joins, imports and their undoing, all is what receipts say', {
  timeout: 60_000,
}, async () => {
  expect.hasAssertions()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
      const { ledger, take, end } = await world()
      for (const one of steps) await take(one)
      expectSums(ledger)
      expectFigures(ledger)
      await end()
    }),
    { numRuns: 6 },
  )
})

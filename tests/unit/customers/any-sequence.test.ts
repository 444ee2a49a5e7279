import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import type { Ledger } from '#backend/platform/ledger.ts'
import { isDangolError } from '#shared/errors.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { expectBoughtToBeRight, keepSome } from '../../helpers/month-lists.ts'
import { arrivalOf, item, refundReading, saleReading } from '../../helpers/readings.ts'
import { expectFigures } from '../../helpers/recounting.ts'
import { type ShopLab, shopLab } from '../../helpers/shop-lab.ts'

forgetTemplate()

const place = fc.nat({ max: 11 })
const who = fc.nat({ max: 3 })
const step = fc.oneof(
  fc.record({
    do: fc.constant('sell' as const),
    name: fc.constantFrom('라떼', '카페라떼', '빵'),
    total: fc.integer({ min: 100, max: 60_000 }),
    to: fc.option(who),
  }),
  fc.record({ do: fc.constant('refund' as const), receipt: place, share: fc.constantFrom(1, 0.5, 0.1) }),
  fc.record({ do: fc.constant('move' as const), receipt: place, to: fc.option(who) }),
  fc.record({ do: fc.constant('merge' as const), kept: who, gone: who }),
  fc.record({ do: fc.constant('unmerge' as const), merge: fc.nat({ max: 3 }) }),
  fc.record({ do: fc.constant('withdraw' as const), who }),
  fc.record({ do: fc.constant('destroy' as const), who }),
  fc.record({ do: fc.constantFrom('join' as const, 'split' as const) }),
  fc.record({ do: fc.constant('list months' as const), every: fc.integer({ min: 1, max: 3 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

interface World {
  readonly shop: ShopLab
  readonly ledger: Ledger
  readonly people: number[]
  readonly sales: { readonly id: number; readonly number: string; readonly total: number }[]
  readonly merges: number[]
  count: number
}

const noon = Date.UTC(2026, 10, 22, 3)

/** Refusals are part of the game; anything else is a fault. */
const allowed = <T>(work: () => T): T | null => {
  try {
    return work()
  } catch (error) {
    if (!isDangolError(error)) throw error
    return null
  }
}

const productIds = ({ ledger }: World): number[] =>
  ledger.reader
    .all(query.selectFrom('product').select('id').where('spelling', 'in', ['라떼', '카페라떼']).orderBy('id'))
    .map(({ id }) => id)

const take = (world: World, one: Step): void => {
  const { shop, ledger, people, sales, merges } = world
  const { customers } = shop
  world.count += 1
  // Days pass, so that visits differ from receipts.
  const at = noon + Math.floor(world.count / 2) * 86_400_000 + (world.count % 10) * 3_600_000
  const person = (index: number): number => people[index] ?? 0
  const enter = (reading: Parameters<typeof arrivalOf>[0]) =>
    ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(reading)))
  switch (one.do) {
    case 'sell': {
      const number = `S${world.count}`
      const items = [item(one.name, one.total)]
      const entered = enter(saleReading({ receiptNumber: number, total: one.total, items, issuedAt: at }))
      const id = entered?.receiptId ?? 0
      sales.push({ id, number, total: one.total })
      const { to } = one
      if (to !== null) allowed(() => shop.counter.attach(id, person(to), false))
      return
    }
    case 'refund': {
      const sale = sales[one.receipt]
      if (sale === undefined) return
      const total = -Math.max(1, Math.floor(sale.total * one.share))
      enter(refundReading({ originalReceipt: sale.number, total, issuedAt: at, items: [item('빵', total)] }))
      return
    }
    case 'move': {
      const receiptId = sales[one.receipt]?.id ?? 0
      const customerId = one.to === null ? null : person(one.to)
      allowed(() => customers.moveReceipt({ receiptId, customerId }))
      return
    }
    case 'merge': {
      const made = allowed(() => customers.merge({ customerId: person(one.kept), goneId: person(one.gone) }))
      if (made !== null) merges.push(made)
      return
    }
    case 'unmerge':
      allowed(() => customers.unmerge({ mergeId: merges[one.merge] ?? 0 }))
      return
    case 'withdraw':
      allowed(() => customers.withdraw(person(one.who)))
      return
    case 'destroy':
      allowed(() => customers.destroy(person(one.who)))
      return
    case 'list months':
      keepSome(ledger, one.every)
      return
    default: {
      const [first, second] = productIds(world)
      if (first === undefined || second === undefined) return
      if (one.do === 'join') allowed(() => shop.products.join(first, [second]))
      else allowed(() => shop.products.split(second))
    }
  }
}

const join = (shop: ShopLab, number: number): number =>
  shop.customers.join({
    name: '시험',
    phone: `0100${String(number).padStart(7, '0')}`,
    memo: `메모 ${number}`,
    consent: { required: true, marketing: number % 2 === 0 },
  })

describe('after any sequence of sales, refunds, moves, merges and their undoing, product joins, leaving and destruction', () => {
  it('figures and habits are what the receipts say', { timeout: 60_000 }, async () => {
    const { ledger, folder } = await freshLedger()
    const shop = await shopLab(ledger, { folder, clock: { now: () => noon } })
    let number = 0
    const sales: World['sales'] = []
    expect.hasAssertions()
    fc.assert(
      fc.property(fc.array(step, { minLength: 6, maxLength: 24 }), (steps) => {
        const people = [0, 1, 2, 3].map(() => join(shop, (number += 1)))
        const world: World = { shop, ledger, people, sales: [], merges: [], count: number * 100 }
        for (const one of steps) take(world, one)
        sales.push(...world.sales)
        expectFigures(ledger)
        expectBoughtToBeRight(ledger.reader)
      }),
      { numRuns: 16 },
    )
    expect(sales.length).toBeGreaterThan(10)
    await shop.stop()
  })

  it('taking a merge apart at once leaves both exactly as they were', { timeout: 60_000 }, async () => {
    const { ledger, folder } = await freshLedger()
    const shop = await shopLab(ledger, { folder, clock: { now: () => noon } })
    let number = 0
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const people = [0, 1, 2, 3].map(() => join(shop, (number += 1)))
        const world: World = { shop, ledger, people, sales: [], merges: [], count: number * 100 }
        const calm = steps.filter((one) => !['merge', 'unmerge', 'destroy'].includes(one.do))
        for (const one of calm) take(world, one)
        const [kept = 0, gone = 0] = people
        shop.customers.change({
          customerId: gone,
          change: { allergies: '우유', tags: ['단골'], address: '달빛로 1' },
        })
        const seen = () =>
          [kept, gone].map((id) => [
            shop.customers.page(id),
            shop.customers.consents(id),
            shop.customers.card(id),
          ])
        const before = seen()
        shop.customers.unmerge({ mergeId: shop.customers.merge({ customerId: kept, goneId: gone }) })
        expect(seen()).toEqual(before)
        expectFigures(ledger)
      }),
      { numRuns: 8 },
    )
    await shop.stop()
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { forgetTemplate } from '../../helpers/fresh-ledger.ts'
import { checkPrepaid } from './prepaid-check.ts'
import { allowed, prepaidWorlds, refund, sellCoffee, type World } from './prepaid-world.ts'

forgetTemplate()

const person = fc.nat({ max: 2 })
const place = fc.nat({ max: 7 })
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('sell' as const),
      who: person,
      product: fc.nat({ max: 3 }),
      sale: fc.option(place),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('use' as const),
      who: person,
      one: place,
      share: fc.constantFrom(0.05, 0.3, 1),
      sale: fc.option(place),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('coffee' as const),
      total: fc.integer({ min: 1, max: 90_000 }),
      to: fc.option(person),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      sale: place,
      share: fc.constantFrom(1, 0.5, 0.2),
    }),
  },
  fc.record({ do: fc.constant('move' as const), sale: place, who: person }),
  fc.record({ do: fc.constant('detach' as const), sale: place }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('take-back' as const), entry: place }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('give-back' as const),
      who: person,
      one: place,
      more: fc.nat({ max: 5_000 }),
    }),
  },
  fc.record({ do: fc.constant('extend' as const), who: person, one: place }),
  fc.record({ do: fc.constant('merge' as const), who: person, gone: person }),
  fc.record({ do: fc.constant('unmerge' as const) }),
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('days' as const), days: fc.constantFrom(1, 5, 100, 370) }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Something of everything, so that there is something to do with. */
const start: readonly Step[] = [
  { do: 'coffee', total: 52_000, to: 0 },
  { do: 'sell', who: 0, product: 0, sale: 0 },
  { do: 'coffee', total: 61_000, to: 1 },
  { do: 'sell', who: 1, product: 2, sale: 1 },
  { do: 'sell', who: 2, product: 1, sale: null },
  { do: 'coffee', total: 14_000, to: 2 },
  { do: 'sell', who: 0, product: 3, sale: null },
]

/** One of somebody's receipts; null for none. */
const ownSale = ({ shop, sales }: World, which: number | null, who: number): number | null => {
  const own = sales.filter(({ id }) => shop.receipts.row(id).customer?.id === who)
  return which === null ? null : (own[which % Math.max(1, own.length)]?.id ?? null)
}

const take = (world: World, one: Step): void => {
  const { shop, clock, customers, sales, entries } = world
  const { prepaid } = shop
  clock.at += 40_000
  const who = 'who' in one ? (customers[one.who] ?? 0) : 0
  const sale = 'sale' in one && one.sale !== null ? sales[one.sale % Math.max(1, sales.length)] : undefined
  const held = () => prepaid.ofCustomer(who)
  const holding = 'one' in one ? held()[one.one % Math.max(1, held().length)] : undefined
  if (one.do === 'days') {
    clock.at += one.days * 86_400_000
    // A day has come when the latest receipts bear it, too.
    for (let receipts = 0; receipts < 3; receipts += 1) {
      sellCoffee(world, 1_000, null)
      world.sales.pop()
    }
    while (prepaid.step());
  } else if (one.do === 'coffee') {
    sellCoffee(world, one.total, one.to === null ? null : (customers[one.to] ?? null))
  } else if (one.do === 'sell') {
    const productId = world.products[one.product] ?? 0
    const receiptId = ownSale(world, one.sale, who)
    const asked = { customerId: who, productId, receiptId, print: false }
    allowed(() => entries.push(prepaid.counter.sell(asked).entryId))
  } else if (one.do === 'use') {
    allowed(() => {
      const usable = prepaid.usable(who, null)
      const { holdingId = 1, left = 1 } = usable[one.one % Math.max(1, usable.length)] ?? {}
      const count = Math.ceil(left * one.share)
      const receiptId = ownSale(world, one.sale, who)
      const { entryId } = prepaid.counter.use({ customerId: who, holdingId, count, receiptId, print: false })
      entries.push(entryId)
    })
  } else if (one.do === 'refund') {
    if (sale !== undefined) refund(world, sale, Math.max(1, Math.floor(sale.total * one.share)))
  } else if (one.do === 'move' || one.do === 'detach') {
    if (sale === undefined) return
    allowed(() => shop.counter.detach(sale.id))
    if (one.do === 'move') allowed(() => shop.counter.attach(sale.id, who, false))
  } else if (one.do === 'undo') {
    const last = entries.at(-1)
    if (last !== undefined) allowed(() => prepaid.counter.undo(last))
  } else if (one.do === 'take-back') {
    const entry = entries[one.entry % Math.max(1, entries.length)]
    if (entry !== undefined) allowed(() => prepaid.counter.takeBack(entry, '시험'))
  } else if (one.do === 'give-back') {
    if (holding === undefined) return
    allowed(() => {
      const { won, most } = prepaid.givingBack.working(holding.holdingId, 'guest')
      const asked = {
        holdingId: holding.holdingId,
        because: 'guest' as const,
        won: Math.min(most, won + one.more),
      }
      entries.push(prepaid.givingBack.giveBack(asked).entryId)
    })
  } else if (one.do === 'extend') {
    const endsOn = addDays(holding?.endsOn ?? '2026-11-22', 90)
    allowed(() => prepaid.counter.extend({ holdingId: holding?.holdingId ?? 1, endsOn, reason: '시험' }))
  } else if (one.do === 'merge') {
    const goneId = customers[one.gone] ?? 0
    allowed(() => world.merges.push(shop.customers.merge({ customerId: who, goneId })))
  } else {
    const mergeId = world.merges.pop()
    if (mergeId !== undefined) shop.customers.unmerge({ mergeId })
  }
}

describe('prepaid, whatever happens in whatever order', () => {
  it('is the sum of its entries, never below nought; money and points are what plain arithmetic says', {
    timeout: 120_000,
  }, async () => {
    const next = await prepaidWorlds()
    expect.hasAssertions()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 26 }), async (steps) => {
        const world = next()
        for (const one of start) take(world, one)
        for (const one of steps) take(world, one)
        while (world.shop.prepaid.step());
        await checkPrepaid(world)
      }),
      { numRuns: 6, endOnFailure: true },
    )
  })
})

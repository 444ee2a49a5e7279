import * as fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import type { Ledger } from '#backend/platform/ledger.ts'
import { isDangolError } from '#shared/errors.ts'
import { ledgerLab } from '../../helpers/ledger-lab.ts'
import { arrivalOf, item, refundReading, saleReading } from '../../helpers/readings.ts'
import { type ShopLab, shopLab } from '../../helpers/shop-lab.ts'

type Step =
  | { readonly do: 'sell'; readonly total: number; readonly to: number | null }
  | { readonly do: 'attach' | 'move'; readonly receipt: number; readonly customer: number }
  | { readonly do: 'detach' | 'copy'; readonly receipt: number }
  | { readonly do: 'refund'; readonly receipt: number; readonly share: number }
  | { readonly do: 'rate'; readonly bp: number }

const place = fc.nat({ max: 11 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('sell' as const),
    total: fc.integer({ min: 1, max: 90_000 }),
    to: fc.option(fc.nat({ max: 2 })),
  }),
  fc.record({
    do: fc.constantFrom('attach' as const, 'move' as const),
    receipt: place,
    customer: fc.nat({ max: 2 }),
  }),
  fc.record({ do: fc.constantFrom('detach' as const, 'copy' as const), receipt: place }),
  fc.record({
    do: fc.constant('refund' as const),
    receipt: place,
    share: fc.constantFrom(1, 0.5, 0.3, 0.01),
  }),
  fc.record({ do: fc.constant('rate' as const), bp: fc.constantFrom(100, 300, 0, 1_000) }),
)

interface World {
  readonly shop: ShopLab
  readonly ledger: Ledger
  readonly customers: number[]
  readonly sales: { id: number; number: string; total: number; at: number }[]
  count: number
}

const noon = Date.UTC(2026, 10, 22, 3)

/** Refusals are part of the game; anything else is a fault. */
const allowed = (work: () => void): void => {
  try {
    work()
  } catch (error) {
    if (!isDangolError(error) || !error.code.startsWith('receipt.')) throw error
  }
}

const take = (world: World, one: Step): void => {
  const { shop, ledger, customers, sales } = world
  const sale = 'receipt' in one ? sales[one.receipt] : undefined
  const customer = 'customer' in one ? customers[one.customer] : undefined
  world.count += 1
  const enter = (reading: Parameters<typeof arrivalOf>[0]) =>
    ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(reading)))
  // Days pass between some of them, so that visits differ from receipts.
  const at = noon + Math.floor(world.count / 3) * 86_400_000 + world.count * 1_000
  if (one.do === 'rate') shop.shop.save({ ...shop.shop.get(), pointsRateBp: one.bp })
  if (one.do === 'sell') {
    const number = `N${world.count}`
    const entered = enter(
      saleReading({ receiptNumber: number, total: one.total, items: [item('빵', one.total)], issuedAt: at }),
    )
    const id = entered?.receiptId ?? 0
    sales.push({ id, number, total: one.total, at })
    const owner = one.to === null ? undefined : customers[one.to]
    if (owner !== undefined) shop.counter.attach(id, owner, false)
  }
  if (sale === undefined) return
  if (one.do === 'copy') {
    const { number: receiptNumber, total, at: issuedAt } = sale
    enter(saleReading({ receiptNumber, total, issuedAt, copy: 'shop', items: [item('빵', total)] }))
  }
  if (one.do === 'refund') {
    const total = -Math.max(1, Math.floor(sale.total * one.share))
    enter(refundReading({ originalReceipt: sale.number, total, issuedAt: at, items: [item('빵', total)] }))
  }
  if (one.do === 'detach' || one.do === 'move') allowed(() => shop.counter.detach(sale.id))
  if ((one.do === 'attach' || one.do === 'move') && customer !== undefined) {
    allowed(() => shop.counter.attach(sale.id, customer, false))
  }
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

/** Everything that is kept as a sum, counted again from receipts and entries by plain arithmetic. */
const check = ({ ledger, customers }: World): void => {
  const { reader } = ledger
  const receipts = reader.all(query.selectFrom('receipt').selectAll())
  const entries = reader.all(query.selectFrom('points_entry').selectAll())
  const worths = reader.all(query.selectFrom('points_worth').selectAll().orderBy('id'))
  const rates = reader.all(query.selectFrom('points_rule_rate').selectAll())
  const rests = reader.all(query.selectFrom('points_rest').selectAll())
  for (const id of customers) {
    const own = receipts.filter((receipt) => receipt.customer_id === id)
    const standing = own.filter((receipt) => {
      if (receipt.kind === 'refund') return false
      const back = sum(
        receipts.filter((one) => one.refunds_receipt_id === receipt.id).map((one) => one.total),
      )
      return back === 0 || receipt.total + back > 0
    })
    const days = [...new Set(standing.map((receipt) => receipt.business_date))].sort()
    const points = sum(entries.filter((entry) => entry.customer_id === id).map((entry) => entry.points))
    expect(
      reader.first(query.selectFrom('customer_figures').selectAll().where('customer_id', '=', id)),
    ).toEqual({
      customer_id: id,
      visits: days.length,
      spend: sum(own.map((receipt) => receipt.total)),
      points,
      first_visit: days[0] ?? null,
      last_visit: days.at(-1) ?? null,
    })
    // What a customer has is what their sales, less their refunds, are worth at the rates at which they earned, to the
    // last part of a point.
    const worth = standing.map((sale) => {
      const earned = worths.findLast((one) => one.sale_id === sale.id)
      const rate = rates.find((one) => one.rule_id === earned?.rule_id)?.points ?? 0
      const back = sum(receipts.filter((one) => one.refunds_receipt_id === sale.id).map((one) => one.total))
      return (sale.total + back) * rate
    })
    const rest = rests.find((one) => one.customer_id === id)
    const under = rest === undefined ? 0 : (rest.rest * 10_000) / rest.unit
    expect(points * 10_000 + under).toBe(sum(worth))
    expect(under).toBeLessThan(10_000)
    expect(points).toBeGreaterThanOrEqual(0)
  }
  const days = reader.all(
    query
      .selectFrom('receipt')
      .select([
        'business_date',
        sql<number>`count(*) FILTER (WHERE kind <> 'refund')`.as('sales'),
        sql<number>`count(*) FILTER (WHERE kind = 'refund')`.as('refunds'),
        sql<number>`sum(total)`.as('net'),
        sql<number>`count(*) FILTER (WHERE kind <> 'refund' AND customer_id IS NOT NULL)`.as('attached'),
      ])
      .groupBy('business_date')
      .orderBy('business_date'),
  )
  expect(reader.all(query.selectFrom('daily_total').selectAll().orderBy('business_date'))).toEqual(days)
}

describe('after any sequence of sales, attachments, moves, refunds and copies', () => {
  it('every balance is the sum of its entries, and every figure what its receipts say', {
    timeout: 60_000,
  }, async () => {
    const lab = await ledgerLab()
    const shop = await shopLab(lab.ledger, { folder: lab.folder, clock: { now: () => noon } })
    let person = 0
    expect.hasAssertions()
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 24 }), (steps) => {
        const customers = [0, 1, 2].map(() => {
          person += 1
          return shop.customers.join({
            name: '시험',
            phone: `0100${String(person).padStart(7, '0')}`,
            memo: '',
            consent: { required: true, marketing: false },
          })
        })
        const world: World = { shop, ledger: lab.ledger, customers, sales: [], count: person * 100 }
        for (const one of steps) take(world, one)
        check(world)
      }),
      { numRuns: 40 },
    )
  })

  it('entries are only ever added', async () => {
    const lab = await ledgerLab()
    const shop = await shopLab(lab.ledger, { folder: lab.folder })
    const customer = shop.customers.join({
      name: '시험',
      phone: '010-0000-0001',
      memo: '',
      consent: { required: true, marketing: false },
    })
    const entered = lab.ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(saleReading())))
    shop.counter.attach(entered?.receiptId ?? 0, customer, false)
    for (const statement of ['UPDATE points_entry SET points = 9', 'DELETE FROM points_entry']) {
      expect(() => lab.ledger.db.exec(statement)).toThrow(/never/)
    }
  })
})

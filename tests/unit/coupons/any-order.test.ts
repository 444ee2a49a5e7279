import * as fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import type { Ledger } from '#backend/platform/ledger.ts'
import { addDays } from '#shared/dates.ts'
import { isDangolError } from '#shared/errors.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { arrivalOf, item, refundReading, saleReading } from '../../helpers/readings.ts'
import { type ShopLab, shopLab } from '../../helpers/shop-lab.ts'
import { termsToSave } from './some-terms.ts'

forgetTemplate()

type Step =
  | { readonly do: 'sell'; readonly total: number; readonly to: number }
  | { readonly do: 'move'; readonly receipt: number; readonly customer: number }
  | { readonly do: 'detach'; readonly receipt: number }
  | { readonly do: 'refund'; readonly receipt: number; readonly share: number }
  | { readonly do: 'redeem'; readonly coupon: number; readonly receipt: number | null }
  | { readonly do: 'undo' | 'withdraw'; readonly coupon: number }
  | { readonly do: 'give'; readonly customer: number }
  | { readonly do: 'correct'; readonly customer: number; readonly stamps: number }
  | { readonly do: 'days'; readonly days: number }
  | { readonly do: 'merge'; readonly customer: number; readonly gone: number }
  | { readonly do: 'unmerge' }

const place = fc.nat({ max: 9 })
const person = fc.nat({ max: 2 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('sell' as const),
      total: fc.integer({ min: 1, max: 60_000 }),
      to: person,
    }),
  },
  fc.record({ do: fc.constant('move' as const), receipt: place, customer: person }),
  fc.record({ do: fc.constant('detach' as const), receipt: place }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      receipt: place,
      share: fc.constantFrom(1, 0.5, 0.2),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('redeem' as const), coupon: place, receipt: fc.option(place) }),
  },
  fc.record({ do: fc.constantFrom('undo' as const, 'withdraw' as const), coupon: place }),
  fc.record({ do: fc.constant('give' as const), customer: person }),
  fc.record({ do: fc.constant('correct' as const), customer: person, stamps: fc.constantFrom(-2, 1, 3) }),
  fc.record({ do: fc.constant('merge' as const), customer: person, gone: person }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unmerge' as const) }) },
  fc.record({ do: fc.constant('days' as const), days: fc.integer({ min: 1, max: 40 }) }),
)

interface World {
  readonly shop: ShopLab
  readonly ledger: Ledger
  readonly clock: { at: number }
  readonly customers: number[]
  readonly sales: { id: number; number: string; total: number; at: number }[]
  readonly stampKind: number
  readonly handKind: number
  readonly cardId: number
  corrected: Map<number, number>
  readonly merges: { readonly id: number; readonly kept: number; readonly gone: number }[]
  count: number
}

const noon = Date.UTC(2026, 10, 22, 3)
const dayMs = 24 * 60 * 60_000
const length = 3
const perWon = 10_000
const inAll = 4

/** Refusals are part of the game; anything else is a fault. */
const allowed = (work: () => void): boolean => {
  try {
    work()
    return true
  } catch (error) {
    if (!isDangolError(error)) throw error
    return false
  }
}

const take = (world: World, one: Step): void => {
  const { shop, ledger, clock, customers, sales } = world
  world.count += 1
  clock.at += 60_000
  const sale = 'receipt' in one && one.receipt !== null ? sales[one.receipt] : undefined
  const customer = 'customer' in one ? (customers[one.customer] ?? 0) : 0
  const held = () => customers.flatMap((id) => shop.rewards.coupons.ofCustomer(id, null))
  const coupon = 'coupon' in one ? held()[one.coupon] : undefined
  const enter = (reading: Parameters<typeof arrivalOf>[0]) =>
    ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(reading, { receivedAt: clock.at })))
  if (one.do === 'days') {
    clock.at += one.days * dayMs
    while (shop.rewards.step());
  } else if (one.do === 'sell') {
    const number = `A${world.count}`
    const reading = {
      issuedAt: clock.at,
      receiptNumber: number,
      total: one.total,
      items: [item('아메리카노', one.total)],
    }
    const id = enter(saleReading(reading))?.receiptId ?? 0
    sales.push({ id, number, total: one.total, at: clock.at })
    allowed(() => shop.counter.attach(id, customers[one.to] ?? 0, false))
  } else if (one.do === 'move') {
    if (sale === undefined) return
    allowed(() => shop.counter.detach(sale.id))
    allowed(() => shop.counter.attach(sale.id, customer, false))
  } else if (one.do === 'detach') {
    if (sale !== undefined) allowed(() => shop.counter.detach(sale.id))
  } else if (one.do === 'refund') {
    if (sale === undefined) return
    const total = -Math.max(1, Math.floor(sale.total * one.share))
    const back = { originalReceipt: sale.number, receiptNumber: `R${world.count}`, issuedAt: clock.at, total }
    enter(refundReading({ ...back, items: [item('아메리카노', total)] }))
  } else if (one.do === 'merge') {
    const goneId = customers[one.gone] ?? 0
    allowed(() => {
      const id = shop.customers.merge({ customerId: customer, goneId })
      world.merges.push({ id, kept: customer, gone: goneId })
    })
  } else if (one.do === 'unmerge') {
    const last = world.merges.pop()
    if (last !== undefined) shop.customers.unmerge({ mergeId: last.id })
  } else if (one.do === 'give') {
    allowed(() => shop.rewards.coupons.give(world.handKind, customer, false))
  } else if (one.do === 'correct') {
    const change = { customerId: customer, cardId: world.cardId, stamps: one.stamps, reason: '시험' }
    if (allowed(() => shop.rewards.stamps.correct(change)))
      world.corrected.set(customer, (world.corrected.get(customer) ?? 0) + one.stamps)
  } else if (coupon !== undefined) {
    const { code, couponId } = coupon
    const receiptId = sale?.id ?? null
    if (one.do === 'undo') allowed(() => shop.rewards.coupons.undoUse(couponId))
    else if (one.do === 'withdraw') allowed(() => shop.rewards.coupons.withdraw(couponId))
    else {
      const went = allowed(() => shop.rewards.coupons.redeem(code, { receiptId, customerId: null }))
      // The second window, or the second try: never.
      if (went)
        expect(allowed(() => shop.rewards.coupons.redeem(code, { receiptId, customerId: null }))).toBe(false)
    }
  }
}

const sumOf = (ledger: Ledger, customer: number): number =>
  ledger.reader.first(
    query
      .selectFrom('stamp_entry')
      .select(sql<number>`coalesce(sum(stamps), 0)`.as('stamps'))
      .where('customer_id', '=', customer),
  )?.stamps ?? 0

/** What the receipts themselves are worth, counted without any entry. */
const plainly = (ledger: Ledger, customer: number): number =>
  ledger.reader
    .all(
      query
        .selectFrom('receipt as r')
        .select(
          sql<number>`r.total + coalesce((SELECT sum(b.total) FROM receipt b WHERE b.refunds_receipt_id = r.id), 0)`.as(
            'left',
          ),
        )
        .where('r.customer_id', '=', customer)
        .where('r.kind', '<>', 'refund'),
    )
    .reduce((sum, row) => sum + Math.floor(Math.max(0, row.left) / perWon), 0)

/** Of everybody who is this person now; nothing of who is somebody else's entry. */
const correctedOf = (world: World, customer: number): number => {
  if (world.merges.some((merge) => merge.gone === customer)) return 0
  const all = (id: number): number =>
    world.merges
      .filter((merge) => merge.kept === id)
      .reduce((sum, merge) => sum + all(merge.gone), world.corrected.get(id) ?? 0)
  return all(customer)
}

const check = (world: World): void => {
  const { shop, ledger, customers, stampKind, handKind } = world
  const entries = ledger.reader.all(query.selectFrom('coupon_entry').selectAll().orderBy('id'))
  const coupons = ledger.reader.all(query.selectFrom('coupon').selectAll())
  const stateOf = (id: number) => {
    const own = entries.filter((entry) => entry.coupon_id === id)
    const times = (kind: string): number => own.filter((entry) => entry.kind === kind).length
    return { used: times('use') - times('free'), withdrawn: times('withdraw') }
  }
  for (const { id } of coupons) {
    const { used, withdrawn } = stateOf(id)
    expect([0, 1]).toContain(used)
    expect(used + withdrawn).toBeLessThanOrEqual(1)
  }
  const given = coupons.filter((one) => one.kind_id === handKind && stateOf(one.id).withdrawn === 0)
  expect(given.length).toBeLessThanOrEqual(inAll)
  for (const customer of customers) {
    const full = coupons.filter((one) => one.customer_id === customer && one.kind_id === stampKind)
    const standing = full.filter((one) => stateOf(one.id).withdrawn === 0)
    const stamps = sumOf(ledger, customer)
    const worth = plainly(ledger, customer) + correctedOf(world, customer)
    const takenByHand = ledger.reader.all(
      query.selectFrom('stamp_entry').select('coupon_id').where('kind', '=', 'unfill'),
    )
    const lost = full.filter(
      (one) => stateOf(one.id).withdrawn === 1 && !takenByHand.some((row) => row.coupon_id === one.id),
    )
    expect(stamps).toBe(worth - length * (standing.length + lost.length))
    expect(stamps).toBeLessThan(length)
    // A claim stands only against coupons that were used (or taken away by hand).
    const unused = standing.filter((one) => stateOf(one.id).used === 0)
    if (stamps < 0) expect(unused).toEqual([])
    const tier = ledger.reader.first(
      query.selectFrom('customer_tier').selectAll().where('customer_id', '=', customer),
    )
    const [last] = shop.rewards.tiers.history(customer, 1)
    expect(last?.after ?? null).toBe(shop.rewards.tiers.ofCustomer(customer)?.tier?.name ?? null)
    expect(tier?.tier_id ?? null).toBe(shop.rewards.tiers.ofCustomer(customer)?.tier?.tierId ?? null)
  }
}

const worldOf = async (): Promise<() => World> => {
  const { ledger, folder } = await freshLedger()
  const clock = { at: noon }
  const shop = await shopLab(ledger, { folder, clock: { now: () => clock.at } })
  const { coupons, stamps, tiers } = shop.rewards
  const free = termsToSave({
    name: '무료 한 잔',
    benefit: 'item',
    value: 0,
    occasion: 'stamp',
    validDays: null,
  })
  const stampKind = coupons.saveKind({ kindId: null, terms: free })
  const gold = termsToSave({ name: '등급 축하', occasion: 'tier' })
  coupons.saveKind({ kindId: null, terms: gold })
  const cardId = stamps.saveRule({
    cardId: null,
    fromDate: '2026-11-22',
    name: '카드',
    basis: 'amount',
    perWon,
    length,
    rewardKindId: stampKind,
    targets: [],
  })
  tiers.savePlan({
    fromDate: '2026-11-22',
    measure: 'spend',
    windowMonths: 1,
    graceDays: 5,
    levels: [
      { tierId: null, name: '실버', need: 50_000 },
      { tierId: null, name: '골드', need: 120_000 },
    ],
  })
  let people = 0
  let count = 0
  return () => {
    const customers = [0, 1, 2].map(() => {
      people += 1
      return shop.customers.join({
        name: '시험',
        phone: `0100${String(people).padStart(7, '0')}`,
        memo: '',
        consent: { required: true, marketing: false },
      })
    })
    count += 1000
    const terms = termsToSave({ name: '손으로', inAll, leastSpend: 5_000 })
    const handKind = coupons.saveKind({ kindId: null, terms })
    const corrected = new Map<number, number>()
    const merges: World['merges'] = []
    return {
      merges,
      shop,
      ledger,
      clock,
      customers,
      sales: [],
      stampKind,
      handKind,
      cardId,
      corrected,
      count,
    }
  }
}

describe('after any order of sales, refunds, moves and redemptions', () => {
  it('stamps are what the receipts say, no code was used twice, limits hold, tiers are where they stand', async () => {
    const next = await worldOf()
    expect.hasAssertions()
    fc.assert(
      fc.property(fc.array(step, { minLength: 6, maxLength: 30 }), (steps) => {
        const world = next()
        for (const one of steps) take(world, one)
        while (world.shop.rewards.step());
        check(world)
      }),
      { numRuns: 20, endOnFailure: true },
    )
  })

  it('a sale that went to somebody else while two were one takes its stamps with it when they are two again', async () => {
    const world = (await worldOf())()
    const steps: readonly Step[] = [
      { do: 'sell', total: 16_137, to: 0 },
      { do: 'merge', customer: 2, gone: 0 },
      { do: 'move', receipt: 0, customer: 1 },
      { do: 'unmerge' },
    ]
    for (const one of steps) take(world, one)
    check(world)
    expect(world.customers.map((id) => sumOf(world.ledger, id))).toEqual([0, 1, 0])
  })

  it('a reward that is unused again pays what its owner owes, on whoever’s sale it was used', async () => {
    const next = await worldOf()
    for (const nobody of [true, false]) {
      const world = next()
      const steps: readonly Step[] = [
        { do: 'sell', total: 30_000, to: 0 },
        { do: 'sell', total: 9_000, to: 1 },
        ...(nobody ? [{ do: 'detach', receipt: 1 } as const] : []),
        { do: 'redeem', coupon: 0, receipt: 1 },
        { do: 'refund', receipt: 0, share: 1 },
      ]
      for (const one of steps) take(world, one)
      expect(sumOf(world.ledger, world.customers[0] ?? 0)).toBe(-3)
      take(world, { do: 'refund', receipt: 1, share: 1 })
      check(world)
      expect(sumOf(world.ledger, world.customers[0] ?? 0)).toBe(0)
    }
  })

  it('entries, rules and uses are only ever added', async () => {
    const world = (await worldOf())()
    take(world, { do: 'sell', total: 60_000, to: 0 })
    take(world, { do: 'redeem', coupon: 0, receipt: null })
    const { db } = world.ledger
    const tables = ['stamp_entry', 'stamp_rule', 'tier_entry', 'tier_plan', 'coupon_entry', 'coupon_terms']
    for (const table of tables) {
      expect(() => db.exec(`UPDATE ${table} SET id = id + 1`)).toThrow(/never/)
      expect(() => db.exec(`DELETE FROM ${table}`)).toThrow(/never/)
    }
    expect(() => db.exec('DELETE FROM coupon')).toThrow(/never/)
    expect(() => db.exec('UPDATE coupon SET serial = serial + 1')).toThrow(/facts/)
    const again = db.prepare("SELECT coupon_id, turn FROM coupon_entry WHERE kind = 'use'").get() as {
      coupon_id: number
      turn: number
    }
    const use = db.prepare(
      "INSERT INTO coupon_entry (id, coupon_id, kind, turn, place, at, business_date) VALUES (?, ?, 'use', ?, '', 1, '2026-11-22')",
    )
    expect(() => use.run(1, again.coupon_id, again.turn)).toThrow(/used or withdrawn|UNIQUE/)
    expect(() => use.run(2, again.coupon_id, again.turn + 1)).toThrow(/used or withdrawn/)
    expect(addDays('2026-11-22', 1)).toBe('2026-11-23')
  })
})

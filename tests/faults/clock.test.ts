import { describe, expect, it } from 'vitest'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
import { latestTimes } from '#backend/shop/clock.repo.ts'
import { clockFault } from '#backend/shop/clock-fault.ts'
import { forgetTemplate, freshLedger } from '../helpers/fresh-ledger.ts'
import { type ShopLab, shopLab } from '../helpers/shop-lab.ts'
import { termsToSave } from '../unit/coupons/some-terms.ts'
import { amountTerms } from '../unit/prepaid/prepaid-world.ts'
import { record, times, within } from './size.ts'

forgetTemplate()

const day = 24 * 60 * 60_000
const year = 365 * day
const start = Date.UTC(2026, 10, 16, 3, 0, 0)

/** What the PC's clock is wrong by on each of the days; the tills are right. */
const stories: readonly (readonly number[])[] = [
  [0, 10 * year, 10 * year, 0, 0],
  [0, -10 * year, -10 * year, 0, 0],
  [0, 10 * year, -10 * year, 10 * year, 0],
  [0, -10 * year, 10 * year, 0, -10 * year],
  [0, 10 * year, 10 * year, 10 * year, 10 * year],
  [0, 0, -10 * year, -10 * year, -10 * year],
  [0, 3 * year, 0, -5 * year, 0],
  [0, 400 * day, 400 * day, 0, 0],
]

/** Everything that goes by the day, done by hand instead of by the minute. */
const nightly = async (shop: ShopLab): Promise<void> => {
  shop.pointsDesk.look()
  while (shop.rewards.step() || shop.prepaid.step()) {
    // Until nothing is left for today.
  }
  await shop.segments.look()
  shop.staff.access.prune()
  shop.staff.people.prune()
}

/** What a guest has that could end: a tier, a stamp card, a coupon for a month, an amount that was paid for. */
const promises = (shop: ShopLab, customerId: number): void => {
  const { tiers, stamps, coupons } = shop.rewards
  const fromDate = '2026-11-16'
  const levels = [{ tierId: null, name: '골드', need: 1 }]
  tiers.savePlan({ fromDate, measure: 'spend', windowMonths: 1, graceDays: 0, levels })
  const card = { cardId: null, fromDate, name: '커피 카드', rewardKindId: null, targets: [] }
  stamps.saveRule({ ...card, basis: 'amount', perWon: 1_000, length: 60 })
  const terms = termsToSave({ name: '또 오세요', occasion: 'hand', validDays: 30 })
  coupons.give(coupons.saveKind({ kindId: null, terms }), customerId, false)
  const productId = shop.prepaid.products.save({ productId: null, terms: amountTerms({ fromDate }) })
  const sold = shop.prepaid.counter.sell({ customerId, productId, receiptId: null, print: false })
  shop.prepaid.counter.use({
    customerId,
    holdingId: sold.holdingId,
    count: 5_000,
    receiptId: null,
    print: false,
  })
}

/** What of it can be used now. */
const kept = ({ rewards, prepaid }: ShopLab, customerId: number) => ({
  tier: rewards.tiers.ofCustomer(customerId)?.tier?.name,
  stamps: rewards.stamps.ofCustomer(customerId, null),
  coupons: rewards.coupons
    .ofCustomer(customerId, null)
    .map(({ terms, state, untilDate }) => ({ name: terms.name, state, untilDate })),
  atCounter: prepaid.usable(customerId, null).map(({ left }) => left),
  prepaid: prepaid
    .ofCustomer(customerId)
    .map(({ state, left, bonusLeft, endsOn }) => ({ state, left, bonusLeft, endsOn })),
})

/** Five days of a small shop; its till prints the right time. */
const live = async (skews: readonly number[]) => {
  const { ledger, folder } = await freshLedger()
  let trueNow = start
  let skew = 0
  const clock = { now: () => trueNow + skew }
  const shop = await shopLab(ledger, { folder, clock })
  const consent = { required: true, marketing: false } as const
  const customerId = shop.customers.join({ name: '까치발', phone: '010-0000-7788', memo: '', consent })
  await shop.staff.people.add({ name: '한사장', role: 'owner', pin: '4827' }, null)
  promises(shop, customerId)
  const till = createTill({ seed: 9, returns: 0 })
  const warned: (string | null)[] = []
  for (const wrong of skews) {
    skew = wrong
    await nightly(shop)
    for (let n = 0; n < 3; n += 1) {
      trueNow += 60 * 60_000
      shop.feed(till.next(trueNow).bytes)
      const [newest] = shop.receipts.recent(1)
      expect(newest?.customer).toBeNull()
      shop.counter.attach(newest?.id ?? 0, customerId, false)
      shop.staff.access.note({
        personId: null,
        role: 'counter',
        place: 'pc',
        action: 'read',
        method: 'customers.card',
        customerId,
        people: 1,
      })
      shop.staff.access.flush()
    }
    warned.push(clockFault(clock.now(), latestTimes(ledger.reader)))
    await nightly(shop)
    trueNow += day - 3 * 60 * 60_000
  }
  const rows = shop.receipts.recent(50)
  const seen = {
    warned,
    order: rows.map(({ issuedAt }) => issuedAt),
    balance: shop.pointsDesk.counter.atCounter(customerId, null).balance,
    usable: shop.pointsDesk.counter.atCounter(customerId, null).usable,
    kept: kept(shop, customerId),
    looked: shop.staff.access.list({ limit: 100, action: 'read' }).length,
    rights: shop.staff.people.changes().length,
    chain: (await shop.staff.access.verify()).faults,
    figures: ledger.db.prepare('SELECT visits, spend, points FROM customer_figures').all(),
    days: ledger.db.prepare('SELECT * FROM daily_total ORDER BY 1').all(),
    ends: ledger.db
      .prepare<[], { ends_on: string | null }>('SELECT ends_on FROM points_lot ORDER BY id')
      .all()
      .map(({ ends_on }) => ends_on),
  }
  await shop.stop()
  return seen
}

describe('a clock that jumps', () => {
  it('by years, to and fro: the order stays, somebody is told, and nothing ends early', {
    timeout: within(60, 10),
  }, async () => {
    const right = await live([0, 0, 0, 0, 0])
    expect(right.warned).toEqual([null, null, null, null, null])
    expect(right.looked).toBe(15)
    expect(right.kept).toMatchObject({
      tier: '골드',
      coupons: [{ name: '또 오세요' }],
      prepaid: [{ state: 'open', left: 50_000, bonusLeft: 5_000 }],
    })
    const places: string[] = []
    for (const story of stories.slice(0, times(2, stories.length))) {
      const { warned, ends, ...rest } = await live(story)
      expect({ ...rest, warned: right.warned, ends: right.ends }).toEqual(right)
      expect(warned).toEqual(story.map((skew) => (skew === 0 ? null : skew > 0 ? 'ahead' : 'behind')))
      // Points that were given under a clock that was ahead may stay longer, never shorter.
      for (const [index, end] of ends.entries())
        expect((end ?? '9999') >= (right.ends[index] ?? '9999')).toBe(true)
      for (const skew of story.filter((wrong) => wrong !== 0))
        places.push(`${skew > 0 ? '+' : ''}${Math.round(skew / day / 36.5) / 10} years`)
    }
    record('clock wrong for a day', places)
  })
})

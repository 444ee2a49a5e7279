import { describe, expect, it } from 'vitest'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
import { latestTimes } from '#backend/shop/clock.repo.ts'
import { clockFault } from '#backend/shop/clock-fault.ts'
import { forgetTemplate, freshLedger } from '../helpers/fresh-ledger.ts'
import { type ShopLab, shopLab } from '../helpers/shop-lab.ts'
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
  while (shop.rewards.step()) {
    // Until nothing is left for today.
  }
  await shop.segments.look()
  shop.staff.access.prune()
  shop.staff.people.prune()
}

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

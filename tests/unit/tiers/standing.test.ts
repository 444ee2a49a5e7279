import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoughtDay } from '#backend/tiers/history.ts'
import { likelyDay } from '#backend/tiers/likely-day.ts'
import type { TierPlan } from '#backend/tiers/plan.ts'
import { changesBetween, type HandSet, standingOn, type TierFacts } from '#backend/tiers/standing.ts'
import { addDays, addMonths } from '#shared/dates.ts'

const silver = 1
const gold = 2
const plan = (change: Partial<TierPlan> = {}): TierPlan => ({
  id: 1,
  fromDate: '2020-01-01',
  measure: 'spend',
  windowMonths: 12,
  graceDays: 30,
  levels: [
    { tierId: silver, need: 100_000 },
    { tierId: gold, need: 300_000 },
  ],
  ...change,
})
const facts = (change: Partial<TierFacts>): TierFacts => ({ days: [], plans: [plan()], sets: [], ...change })
const bought = (date: string, net: number): BoughtDay => ({ date, net, visits: net > 0 ? 1 : 0 })

describe('a tier as of a day', () => {
  it('is reached on the day of the purchase and says what is missing to the next one', () => {
    const days = [bought('2026-01-10', 60_000), bought('2026-02-20', 45_000)]
    expect(standingOn(facts({ days }), '2026-02-19')).toMatchObject({
      tierId: null,
      next: { tierId: silver, missing: 40_000 },
    })
    expect(standingOn(facts({ days }), '2026-02-20')).toMatchObject({
      tierId: silver,
      counted: 105_000,
      next: { tierId: gold, missing: 195_000 },
    })
  })

  it('is kept through the grace days after its condition was met last, and falls on a day that is told', () => {
    const days = [bought('2026-01-31', 60_000), bought('2026-02-20', 45_000)]
    const standing = standingOn(facts({ days }), '2026-03-01')
    // The purchase of January counts until 30 January 2027; 30 days later the tier is still there, then no more.
    expect(standing.keep).toEqual({ until: '2027-03-01', missing: 100_000 })
    expect(standing.nextOn).toBe('2027-03-02')
    expect(standingOn(facts({ days }), '2027-03-01').tierId).toBe(silver)
    expect(standingOn(facts({ days }), '2027-03-02').tierId).toBeNull()
    const kept = [...days, bought('2027-02-27', 100_000)]
    expect(standingOn(facts({ days: kept }), '2027-03-02').tierId).toBe(silver)
  })

  it('counts visits, and everything that was ever bought, where the plan says so', () => {
    const days = [bought('2024-01-01', 1_000), bought('2024-01-02', 0), bought('2026-01-01', 2_000)]
    const visits = plan({ measure: 'visits', windowMonths: null, levels: [{ tierId: silver, need: 2 }] })
    expect(standingOn(facts({ days, plans: [visits] }), '2025-12-31').tierId).toBeNull()
    const reached = standingOn(facts({ days, plans: [visits] }), '2026-01-01')
    expect(reached).toMatchObject({ tierId: silver, next: null, keep: null, nextOn: null })
  })

  it('set by hand lasts until its last day and then falls to what was earned', () => {
    const days = [bought('2026-06-01', 100_000)]
    const sets: HandSet[] = [{ tierId: gold, fromDate: '2026-06-10', untilDate: '2026-08-31' }]
    expect(standingOn(facts({ days, sets }), '2026-06-09').tierId).toBe(silver)
    expect(standingOn(facts({ days, sets }), '2026-06-10')).toMatchObject({
      tierId: gold,
      byHand: { until: '2026-08-31' },
      keep: { until: '2026-08-31', missing: 0 },
      nextOn: '2026-09-01',
    })
    expect(standingOn(facts({ days, sets }), '2026-09-01')).toMatchObject({ tierId: silver, byHand: null })
    const ended = [...sets, { tierId: null, fromDate: '2026-07-01', untilDate: null }]
    expect(standingOn(facts({ days, sets: ended }), '2026-07-01').tierId).toBe(silver)
  })

  it('never pulls down what was earned', () => {
    const days = [bought('2026-06-01', 300_000)]
    const sets: HandSet[] = [{ tierId: silver, fromDate: '2026-06-10', untilDate: null }]
    expect(standingOn(facts({ days, sets }), '2026-06-10')).toMatchObject({ tierId: gold, byHand: null })
  })

  it('under a new plan keeps through the grace days what the old one gave', () => {
    const days = [bought('2026-06-01', 100_000)]
    const plans = [
      plan(),
      plan({ id: 2, fromDate: '2026-09-01', levels: [{ tierId: silver, need: 200_000 }] }),
    ]
    expect(standingOn(facts({ days, plans }), '2026-09-30').tierId).toBe(silver)
    expect(standingOn(facts({ days, plans }), '2026-10-01').tierId).toBeNull()
    expect(changesBetween(facts({ days, plans }), '2026-05-01', '2026-12-31')).toMatchObject([
      { date: '2026-06-01', before: null, after: silver, cause: 'reached' },
      { date: '2026-10-01', before: silver, after: null, cause: 'fell' },
    ])
  })
})

/** The same in the plainest way: each day looked at, nothing kept. */
const plainly = ({ plans, sets, days }: TierFacts, date: string): number | null => {
  const inForce = (on: string) =>
    plans
      .filter((one) => one.fromDate <= on)
      .sort((a, b) => (a.fromDate === b.fromDate ? a.id - b.id : a.fromDate < b.fromDate ? -1 : 1))
      .at(-1)
  const gives = (on: string): number | null => {
    const now = inForce(on)
    if (now === undefined) return null
    const { windowMonths } = now
    const counting = days.filter(
      (one) => one.date <= on && (windowMonths === null || addMonths(one.date, windowMonths) > on),
    )
    const sum = counting.reduce((all, one) => all + (now.measure === 'spend' ? one.net : one.visits), 0)
    return now.levels.filter((level) => level.need <= sum).at(-1)?.tierId ?? null
  }
  const now = inForce(date)
  const set = sets.filter((one) => one.fromDate <= date).at(-1)
  const hand = set !== undefined && (set.untilDate === null || date <= set.untilDate) ? set.tierId : null
  if (now === undefined) return hand
  const rank = (tierId: number | null) => now.levels.findIndex((level) => level.tierId === tierId)
  let best = rank(hand)
  for (let back = 0; back <= now.graceDays; back += 1)
    best = Math.max(best, rank(gives(addDays(date, -back))))
  return now.levels[best]?.tierId ?? null
}

describe('any history', () => {
  const start = '2025-01-01'
  const day = fc.nat({ max: 500 }).map((days) => addDays(start, days))
  const levels = fc
    .uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 })
    .map((needs) => needs.sort((a, b) => a - b).map((need, index) => ({ tierId: index + 1, need })))
  const anyPlan = fc.record({
    fromDate: day,
    measure: fc.constantFrom('spend' as const, 'visits' as const),
    windowMonths: fc.option(fc.integer({ min: 1, max: 12 })),
    graceDays: fc.integer({ min: 0, max: 40 }),
    levels,
  })
  const anyFacts: fc.Arbitrary<TierFacts> = fc.record({
    plans: fc
      .array(anyPlan, { minLength: 1, maxLength: 3 })
      .map((all) => all.map((one, index) => ({ ...one, id: index + 1 }))),
    sets: fc.array(
      fc.record({
        tierId: fc.option(fc.integer({ min: 1, max: 4 })),
        fromDate: day,
        untilDate: fc.option(day),
      }),
      { maxLength: 2 },
    ),
    days: fc
      .uniqueArray(fc.record({ date: day, net: fc.integer({ min: 0, max: 20 }) }), {
        maxLength: 12,
        selector: (one) => one.date,
      })
      .map((all) => all.map(({ date, net }) => bought(date, net)).sort((a, b) => (a.date < b.date ? -1 : 1))),
  })

  it('gives the tier that looking at every single day gives, and tells the day of the next change', () => {
    fc.assert(
      fc.property(anyFacts, day, (all, date) => {
        const standing = standingOn(all, date)
        expect(standing.tierId).toBe(plainly(all, date))
        const next = Array.from({ length: 120 }, (_, index) => addDays(date, index + 1)).find(
          (later) => plainly(all, later) !== standing.tierId,
        )
        // Beyond those days it may change too, but nothing is said of that here.
        expect(next === undefined || next === standing.nextOn).toBe(true)
      }),
      { numRuns: 120 },
    )
  })

  it('tells the changes of missed days as they would have come one by one', () => {
    fc.assert(
      fc.property(anyFacts, day, fc.integer({ min: 0, max: 90 }), (all, from, length) => {
        const told = changesBetween(all, from, addDays(from, length))
        let before = plainly(all, from)
        const daily: [string, number | null][] = []
        for (let index = 1; index <= length; index += 1) {
          const date = addDays(from, index)
          const now = plainly(all, date)
          if (now !== before) daily.push([date, now])
          before = now
        }
        expect(told.map((change) => [change.date, change.after])).toEqual(daily)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps a tier when what is missing is bought on its last day', () => {
    fc.assert(
      fc.property(anyFacts, day, (all, date) => {
        const { keep, tierId, nextOn } = standingOn({ ...all, sets: [] }, date)
        fc.pre(keep !== null && keep.missing > 0 && nextOn !== null && tierId !== null)
        if (keep === null || nextOn === null) throw new Error('Not of this property')
        const onePlan = all.plans.every((one) => one.fromDate <= date || one.fromDate > nextOn)
        const measure = all.plans.every((one) => one.measure === 'spend')
        const again = all.days.some((one) => one.date === keep.until || one.date > date)
        fc.pre(onePlan && measure && !again)
        const more = { ...all, sets: [], days: [...all.days, bought(keep.until, keep.missing)] }
        expect(standingOn(more, nextOn).tierId).toBe(tierId)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the day that tiers go by', () => {
  it('is the PC clock’s, unless that is far from all that the tills print', () => {
    expect(likelyDay('2026-11-22', [])).toBe('2026-11-22')
    expect(likelyDay('2026-11-22', ['2026-11-21', '2026-11-20'])).toBe('2026-11-22')
    expect(likelyDay('2036-11-22', ['2026-11-22', '2026-11-21'])).toBe('2026-11-22')
    expect(likelyDay('2016-11-22', ['2026-11-22', '2026-11-21'])).toBe('2026-11-22')
    // One till with a wrong date moves nothing.
    expect(likelyDay('2026-11-22', ['2036-01-01', '2026-11-21'])).toBe('2026-11-22')
  })
})

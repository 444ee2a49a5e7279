import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equal, type Fraction, inSteps, nothing, sumOf } from '#backend/loyalty/fraction.ts'
import { type Rule, rateFor, ruleOn, stepOf } from '#backend/loyalty/rule.ts'
import { stillUsed } from '#backend/loyalty/still-used.ts'
import { type SaleFacts, worthOf } from '#backend/loyalty/worth.ts'

const fraction = (most: number): fc.Arbitrary<Fraction> =>
  fc.record({
    num: fc.integer({ min: 0, max: most }),
    unit: fc.constantFrom(1, 3, 700, 1_000, 3_000, 10_000),
  })

describe('parts of a point', () => {
  it('add up exactly, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fraction(1_000_000), { maxLength: 12 }), (parts) => {
        const forth = parts.reduce((sum, one) => sumOf(sum, one), nothing)
        const back = parts.toReversed().reduce((sum, one) => sumOf(sum, one), nothing)
        expect(equal(forth, back)).toBe(true)
        expect(parts.reduce((sum, one) => sumOf(sum, nothing, one), forth)).toEqual(nothing)
      }),
    )
  })

  it('come to whole steps and what is left under the next, also below nought', () => {
    expect(inSteps({ num: 13_555, unit: 100 }, 1)).toEqual({ points: 135, rest: { num: 11, unit: 20 } })
    expect(inSteps({ num: 29, unit: 1 }, 10)).toEqual({ points: 20, rest: { num: 9, unit: 1 } })
    expect(inSteps({ num: -1, unit: 2 }, 1)).toEqual({ points: -1, rest: { num: 1, unit: 2 } })
    fc.assert(
      fc.property(fraction(10_000_000), fc.integer({ min: 1, max: 500 }), (sum, step) => {
        const { points, rest } = inSteps(sum, step)
        expect(points % step).toBe(0)
        expect(rest.num / rest.unit).toBeLessThan(step)
        expect(equal(sumOf({ num: points, unit: 1 }, rest), sum)).toBe(true)
      }),
    )
  })
})

const rule = (change: Partial<Rule> = {}): Rule => ({
  id: 1,
  fromDate: '2026-01-01',
  way: 'percent',
  carries: true,
  leastSpend: 0,
  lifetimeMonths: null,
  birthdayDays: 7,
  rates: [{ tierId: 0, method: '', points: 100, perWon: 10_000 }],
  excludedItems: [],
  excludedCategories: [],
  bonuses: {},
  ...change,
})
const sale = (remaining: number, change: Partial<SaleFacts> = {}): SaleFacts => ({
  remaining,
  lines: [],
  payments: [{ method: 'card', amount: remaining }],
  ...change,
})
const worth = (of: Rule, facts: SaleFacts, tierId = 0): number => {
  const { num, unit } = worthOf(of, tierId, facts)
  return num / unit
}

describe('what a sale is worth', () => {
  it('is a percentage to the last part of a point, or whole steps where nothing carries over', () => {
    expect(worth(rule(), sale(4_550))).toBe(45.5)
    expect(worth(rule({ carries: false }), sale(4_550))).toBe(45)
    const steps = rule({ way: 'amount', rates: [{ tierId: 0, method: '', points: 10, perWon: 1_000 }] })
    expect(worth(steps, sale(4_550))).toBe(45.5)
    expect(worth({ ...steps, carries: false }, sale(4_550))).toBe(40)
    expect(stepOf(steps, 0)).toBe(10)
    expect(worth(rule(), sale(-5_000))).toBe(0)
  })

  it('goes by tier and by way of paying, the closest rate first', () => {
    const many = rule({
      rates: [
        { tierId: 0, method: '', points: 100, perWon: 10_000 },
        { tierId: 0, method: 'cash', points: 200, perWon: 10_000 },
        { tierId: 0, method: 'voucher', points: 0, perWon: 10_000 },
        { tierId: 7, method: '', points: 500, perWon: 10_000 },
        { tierId: 7, method: 'cash', points: 600, perWon: 10_000 },
      ],
    })
    expect(rateFor(many, 7, 'cash')?.points).toBe(600)
    expect(rateFor(many, 7, 'card')?.points).toBe(500)
    expect(rateFor(many, 3, 'cash')?.points).toBe(200)
    const split = sale(10_000, {
      payments: [
        { method: 'card', amount: 5_000 },
        { method: 'cash', amount: 3_000 },
        { method: 'voucher', amount: 2_000 },
      ],
    })
    expect(worth(many, split)).toBe(50 + 60)
    expect(worth(many, split, 7)).toBe(250 + 180 + 100)
  })

  it('leaves out items and categories with their share of a discount, and takes refunds with them', () => {
    const lines = [
      { name: '커피', category: 1, amount: 6_000 },
      { name: '기프트카드', category: null, amount: 4_000 },
    ]
    const out = rule({ excludedItems: ['기프트카드'] })
    expect(worth(out, sale(9_000, { lines }))).toBe(54)
    expect(worth(rule({ excludedCategories: [1] }), sale(10_000, { lines }))).toBe(40)
    const back = [...lines, { name: '커피', category: 1, amount: -6_000 }]
    expect(worth(out, sale(4_000, { lines: back }))).toBe(0)
  })

  it('loses and adds nothing when it is shared over ways of paying of one rate', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 400_000 }), (paid, remaining) => {
        const payments = paid.map((amount, index) => ({ method: `m${index}`, amount }))
        expect(worthOf(rule(), 0, sale(remaining, { payments }))).toEqual(worthOf(rule(), 0, sale(remaining)))
      }),
    )
  })
})

describe('the rule of a day', () => {
  it('is the latest begun, and of one day the one made later', () => {
    const rules = [rule(), rule({ id: 2, fromDate: '2026-05-01' }), rule({ id: 3, fromDate: '2026-05-01' })]
    expect(ruleOn(rules, '2026-04-30')?.id).toBe(1)
    expect(ruleOn(rules, '2026-05-01')?.id).toBe(3)
    expect(ruleOn(rules, '2025-12-31')).toBeUndefined()
  })
})

describe('points used with a sale that is given back', () => {
  it('come back by share, and all of them with the last part', () => {
    expect(stillUsed(1_000, 10_000, 10_000, false)).toBe(1_000)
    expect(stillUsed(1_000, 10_000, 2_500, true)).toBe(250)
    expect(stillUsed(1_000, 10_000, 0, true)).toBe(0)
    expect(stillUsed(1_000, 0, 0, false)).toBe(1_000)
    expect(stillUsed(1_000, 0, 0, true)).toBe(0)
    expect(stillUsed(333, 9_999, 1, true)).toBe(0)
  })
})

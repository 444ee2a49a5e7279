import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SoldItem } from '#backend/coupons/terms.ts'
import { ruleOn, type SaleLeft, type StampRule, stampsFor } from '#backend/stamps/earning.ts'

const rule = (change: Partial<StampRule> = {}): StampRule => ({
  id: 1,
  cardId: 1,
  fromDate: '2026-01-01',
  name: '카드',
  basis: 'amount',
  perWon: 10_000,
  length: 10,
  rewardKindId: null,
  targets: [],
  ...change,
})
const cup = (quantity: number, amount: number, name = '아메리카노'): SoldItem => ({
  name,
  quantity,
  amount,
  productId: null,
  categoryId: null,
})
const sale = (change: Partial<SaleLeft> = {}): SaleLeft => ({
  total: 25_000,
  remaining: 25_000,
  items: [],
  back: [],
  ...change,
})
const drinks = rule({
  basis: 'product',
  perWon: null,
  targets: [{ productId: null, categoryId: null, word: '아메리카노' }],
})

describe('stamps of a sale', () => {
  it('one for each full amount of what is left', () => {
    expect(stampsFor(rule(), sale())).toBe(2)
    expect(stampsFor(rule(), sale({ remaining: 19_999 }))).toBe(1)
    expect(stampsFor(rule(), sale({ remaining: 0 }))).toBe(0)
    expect(stampsFor(rule({ basis: 'off', perWon: null }), sale())).toBe(0)
  })

  it('one for each item that is meant and was paid for', () => {
    const items = [cup(3, 13_500), cup(1, 0), cup(1, -500), cup(2, 9_000, '크루아상')]
    expect(stampsFor(drinks, sale({ items }))).toBe(3)
    expect(stampsFor(drinks, sale({ items: [cup(0.35, 5_000)] }))).toBe(1)
  })

  it('a refund takes back its own items, or its share where it names none', () => {
    const items = [cup(4, 20_000), cup(1, 5_000, '크루아상')]
    expect(stampsFor(drinks, sale({ items, remaining: 20_000, back: [cup(-1, -5_000)] }))).toBe(3)
    expect(stampsFor(drinks, sale({ items, remaining: 20_000, back: [cup(-1, -5_000, '크루아상')] }))).toBe(4)
    expect(stampsFor(drinks, sale({ items, remaining: 12_500 }))).toBe(2)
  })

  it('never rise by a refund', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200_000 }),
        fc.integer({ min: 0, max: 200_000 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(rule(), drinks),
        (total, back, quantity, by) => {
          const items = [cup(quantity, total)]
          const left = stampsFor(by, sale({ total, remaining: Math.max(0, total - back), items }))
          expect(left).toBeLessThanOrEqual(stampsFor(by, sale({ total, remaining: total, items })))
          expect(left).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})

describe('the rule of a day', () => {
  it('is the latest that has come, and of one day the one made last', () => {
    const rules = [
      rule({ id: 1, fromDate: '2026-01-01' }),
      rule({ id: 2, fromDate: '2026-06-01' }),
      rule({ id: 3, fromDate: '2026-06-01' }),
      rule({ id: 4, fromDate: '2027-01-01' }),
    ]
    expect(ruleOn(rules, '2025-12-31')).toBeNull()
    expect(ruleOn(rules, '2026-05-31')?.id).toBe(1)
    expect(ruleOn(rules, '2026-06-01')?.id).toBe(3)
    expect(ruleOn(rules, '2027-05-01')?.id).toBe(4)
  })
})

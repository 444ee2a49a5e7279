import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTime, misfitOf, type SoldItem, type Terms, validityOf, worthOf } from '#backend/coupons/terms.ts'
import { epochOf } from '#shared/dates.ts'
import { someTerms } from './some-terms.ts'

const sold = (name: string, amount: number, change: Partial<SoldItem> = {}): SoldItem => ({
  name,
  amount,
  quantity: 1,
  productId: null,
  categoryId: null,
  ...change,
})
const at = (hour: number, minute = 0) => epochOf(2026, 11, 22, hour, minute) ?? 0
const sunday = '2026-11-22'

describe('what a coupon takes off', () => {
  const latte = sold('카페 라떼', 10_000, { quantity: 2, productId: 5, categoryId: 2 })
  const cake = sold('치즈 케이크', 7_000, { categoryId: 3 })

  it('an amount, but never more than there is', () => {
    const terms = someTerms({ value: 3_000 })
    expect(worthOf(terms, [latte, cake])).toBe(3_000)
    expect(worthOf(terms, [sold('쿠키', 2_000)])).toBe(2_000)
    expect(worthOf(terms, [])).toBe(0)
  })

  it('a percentage of what it is for, rounded down, with a most', () => {
    const cakes = [{ productId: null, categoryId: 3, word: null }]
    expect(worthOf(someTerms({ benefit: 'percent', value: 15, targets: cakes }), [latte, cake])).toBe(1_050)
    expect(worthOf(someTerms({ benefit: 'percent', value: 33 }), [sold('쿠키', 1_000)])).toBe(330)
    expect(worthOf(someTerms({ benefit: 'percent', value: 50, most: 2_000 }), [latte])).toBe(2_000)
  })

  it('the dearest single item that it is for', () => {
    const word = [{ productId: null, categoryId: null, word: '카페라떼' }]
    expect(worthOf(someTerms({ benefit: 'item', value: 0 }), [latte, cake])).toBe(7_000)
    expect(worthOf(someTerms({ benefit: 'item', value: 0, targets: word }), [latte, cake])).toBe(5_000)
    expect(worthOf(someTerms({ benefit: 'item', value: 4_000 }), [latte, cake])).toBe(0)
  })

  it('never more than was bought, never less than nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('amount' as const, 'percent' as const, 'item' as const),
        fc.integer({ min: 1, max: 100 }),
        fc.array(fc.integer({ min: -50_000, max: 50_000 }), { maxLength: 6 }),
        (benefit, value, amounts) => {
          const items = amounts.map((amount) => sold('것', amount))
          const worth = worthOf(someTerms({ benefit, value: benefit === 'item' ? 0 : value }), items)
          const bought = items.reduce((sum, item) => sum + Math.max(0, item.amount), 0)
          expect(worth).toBeGreaterThanOrEqual(0)
          expect(worth).toBeLessThanOrEqual(bought)
        },
      ),
    )
  })
})

describe('when a coupon can be used', () => {
  it('on its weekdays and in its hours, past midnight too', () => {
    const weekend = someTerms({ weekdays: 0b100_0001 })
    expect(isTime(weekend, at(12), sunday)).toBe(true)
    expect(isTime(weekend, at(12), '2026-11-23')).toBe(false)
    const evening = someTerms({ fromMinute: 22 * 60, toMinute: 2 * 60 })
    expect([at(21, 59), at(22), at(1, 59), at(2)].map((time) => isTime(evening, time, sunday))).toEqual([
      false,
      true,
      true,
      false,
    ])
    const lunch = someTerms({ fromMinute: 11 * 60, toMinute: 14 * 60 })
    expect([at(10, 59), at(11), at(14)].map((time) => isTime(lunch, time, sunday))).toEqual([
      false,
      true,
      false,
    ])
  })

  it('from the day of giving for its days, within the dates that the kind has', () => {
    const terms = someTerms({ validDays: 30 })
    expect(validityOf(terms, '2026-11-22', '2026-11-22')).toEqual({ from: '2026-11-22', until: '2026-12-21' })
    // Given a week ahead of the birthday: good at once, and for its days after it.
    expect(validityOf(terms, '2026-11-22', '2026-11-29')).toEqual({ from: '2026-11-22', until: '2026-12-28' })
    const season = someTerms({ validFrom: '2026-12-01', validTo: '2026-12-10', validDays: 30 })
    expect(validityOf(season, '2026-11-22', '2026-11-22')).toEqual({
      from: '2026-12-01',
      until: '2026-12-10',
    })
    expect(validityOf(someTerms({ validDays: null }), sunday, sunday).until).toBeNull()
  })

  it('with what is spent before the discount, and with an item that it is for', () => {
    const receipt = {
      items: [sold('쿠키', 9_000)],
      total: 8_000,
      discount: 1_000,
      issuedAt: at(12),
      date: sunday,
    }
    expect(misfitOf(someTerms({ leastSpend: 9_000 }), receipt)).toBeNull()
    expect(misfitOf(someTerms({ leastSpend: 9_001 }), receipt)).toBe('coupon.least-spend')
    const cake: Terms['targets'] = [{ productId: null, categoryId: null, word: '케이크' }]
    expect(misfitOf(someTerms({ targets: cake }), receipt)).toBe('coupon.no-item')
    expect(misfitOf(someTerms({ weekdays: 2 }), receipt)).toBe('coupon.not-now')
  })
})

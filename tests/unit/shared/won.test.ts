import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, formatPoints, formatWon, isWon, shareOf } from '#shared/won.ts'

describe('won', () => {
  it.each([
    [0, '0원'],
    [999, '999원'],
    [1000, '1,000원'],
    [13_500, '13,500원'],
    [-26_000, '-26,000원'],
    [1_234_567_890, '1,234,567,890원'],
  ])('%d is written %s', (value, text) => expect(formatWon(value)).toBe(text))

  it('writes points the same way', () => expect(formatPoints(3420)).toBe('3,420점'))

  it('knows what is whole won', () => {
    expect([0, -1, 5_000].every(isWon)).toBe(true)
    expect([0.5, Number.NaN, Number.POSITIVE_INFINITY, '5', null, 2 ** 53].some(isWon)).toBe(false)
  })

  it('groups digits so that removing the commas gives the number back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(Number(formatNumber(value).replaceAll(',', ''))).toBe(value)
      }),
    )
  })

  it('takes back on a refund exactly what the sale gave', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 0, max: 10_000 }), (amount, rate) => {
        expect(shareOf(-amount, rate) + shareOf(amount, rate)).toBe(0)
      }),
    )
  })

  it('never gives more than the rate promises, and less by under one won', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 10_000 }), (amount, rate) => {
        const exact = (amount * rate) / 10_000
        const given = shareOf(amount, rate)
        expect(given).toBeLessThanOrEqual(exact)
        expect(exact - given).toBeLessThan(1)
      }),
    )
  })
})

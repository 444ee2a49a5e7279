import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { topCount, topShares } from '#backend/analytics/pictures/top-shares.ts'

describe('the share of the best customers', () => {
  const amounts = fc.oneof(
    fc.integer({ min: -5_000, max: 40 }),
    fc.integer({ min: 1, max: 30_000 }),
    fc.integer({ min: 1, max: 9_000_000_000_000 }),
  )
  it('is what sorting everybody says, however amounts lie', () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 400 }), (nets) => {
        const sorted = nets.filter((net) => net > 0).sort((a, b) => b - a)
        const told = topShares(nets)
        expect(told.customers).toBe(sorted.length)
        expect(told.net).toBe(sorted.reduce((sum, net) => sum + net, 0))
        for (const { percent, customers, net, least } of told.shares) {
          expect(customers).toBe(topCount(sorted.length, percent))
          expect(net).toBe(sorted.slice(0, customers).reduce((sum, one) => sum + one, 0))
          expect(least).toBe(sorted[customers - 1] ?? 0)
        }
      }),
    )
  })

  it('is nothing where nobody bought anything', () => {
    expect(topShares([])).toMatchObject({ customers: 0, net: 0 })
    expect(topShares([0, -3_000]).shares.every(({ net, least }) => net === 0 && least === 0)).toBe(true)
  })

  it('is everything for the only one', () => {
    expect(topShares([4_500]).shares.map(({ customers, net, least }) => [customers, net, least])).toEqual(
      Array.from({ length: 7 }, () => [1, 4_500, 4_500]),
    )
  })
})

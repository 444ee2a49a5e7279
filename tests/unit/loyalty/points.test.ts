import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type OpenEntry, pointsFor, refundChange } from '#backend/loyalty/points.ts'

const earned = (points: number, rate_bp: number): OpenEntry => ({
  id: 1,
  receipt_id: 1,
  kind: 'earn',
  points,
  rate_bp,
})
const taken = (points: number): OpenEntry => ({
  id: 2,
  receipt_id: 2,
  kind: 'take-back',
  points,
  rate_bp: null,
})

describe('pointsFor', () => {
  it('gives whole points, rounded down, never under 0', () => {
    expect(pointsFor(13_550, 100)).toBe(135)
    expect(pointsFor(99, 100)).toBe(0)
    expect(pointsFor(-5_000, 100)).toBe(0)
    expect(pointsFor(10_000, 0)).toBe(0)
    expect(pointsFor(10_000, 10_000)).toBe(10_000)
  })
})

describe('refundChange', () => {
  it('is nothing where the sale gave nothing', () => {
    expect(refundChange([], 500)).toBe(0)
    expect(refundChange([taken(-3)], 500)).toBe(0)
  })

  it('uses the rate at which the points were given, not today’s', () => {
    expect(refundChange([earned(300, 300)], 5_000)).toBe(-150)
  })

  it('in whatever parts a sale is given back, the points come to exactly nothing', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 1_000 }), (amounts, rate) => {
        const total = amounts.reduce((sum, amount) => sum + amount, 0)
        const entries: OpenEntry[] = [earned(pointsFor(total, rate), rate)]
        let remaining = total
        for (const amount of amounts) {
          remaining -= amount
          const change = refundChange(entries, remaining)
          expect(change).toBeLessThanOrEqual(0)
          entries.push(taken(change))
        }
        expect(entries.reduce((sum, entry) => sum + entry.points, 0)).toBe(0)
      }),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumByKey } from '#backend/analytics/pictures/sum-by-key.ts'

const key = fc.oneof(
  fc.nat({ max: 20 }),
  fc.maxSafeNat(),
  // Alike in their low half, or in their high one.
  fc.nat({ max: 50 }).map((high) => high * 4_294_967_296 + 1024),
  fc.nat({ max: 50 }).map((count) => 1_795_000_000_000 * 1024 + count),
)

describe('sums by key', () => {
  it('are what a map adds up, in the order in which keys are first seen', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.integer())), (rows) => {
        const sums = new Map<number, number>()
        for (const [one, value] of rows) sums.set(one, (sums.get(one) ?? 0) + value)
        const found = sumByKey(
          rows.map(([one]) => one),
          rows.map(([, value]) => value),
        )
        expect([...found].map((sum) => sum + 0)).toEqual([...sums.values()].map((sum) => sum + 0))
      }),
    )
  })

  it('are none where there are no rows', () => {
    expect([...sumByKey([], [])]).toEqual([])
  })
})

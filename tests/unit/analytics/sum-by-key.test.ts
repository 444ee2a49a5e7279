import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Keyed, sumByKey } from '#backend/analytics/pictures/sum-by-key.ts'

const key = fc.oneof(
  fc.nat({ max: 20 }),
  fc.maxSafeNat(),
  // Alike in their low half, or in their high one.
  fc.nat({ max: 50 }).map((high) => high * 4_294_967_296 + 1024),
  fc.nat({ max: 50 }).map((count) => 1_795_000_000_000 * 1024 + count),
)

/** Some rows in each part. */
const partsOf = (rows: readonly (readonly [number, number])[], size: number): Keyed[] =>
  Array.from({ length: Math.ceil(rows.length / size) + 1 }, (_, part) => {
    const own = rows.slice(part * size, (part + 1) * size)
    return {
      keys: Float64Array.from(own, ([one]) => one),
      values: Float64Array.from(own, ([, value]) => value),
    }
  })

describe('sums by key', () => {
  it('are what a map adds up, in the order in which keys are first seen', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.integer())), fc.integer({ min: 1, max: 20 }), (rows, size) => {
        const sums = new Map<number, number>()
        for (const [one, value] of rows) sums.set(one, (sums.get(one) ?? 0) + value)
        const found = sumByKey(partsOf(rows, size))
        expect([...found.keys]).toEqual([...sums.keys()])
        expect([...found.values].map((sum) => sum + 0)).toEqual([...sums.values()].map((sum) => sum + 0))
      }),
    )
  })

  it('are right for far more keys than it began with', () => {
    const keys = Float64Array.from({ length: 20_000 }, (_, row) => 1024 * (1_795_000_000_000 + (row % 9000)))
    const values = Float64Array.from(keys, (_, row) => row)
    const found = sumByKey([
      { keys, values },
      { keys, values },
    ])
    const sums = Array.from({ length: 9000 }, (_, row) => (row < 2000 ? 6 * row + 54_000 : 4 * row + 18_000))
    expect([...found.values]).toEqual(sums)
  })

  it('are none where there are no rows', () => {
    expect([...sumByKey([]).keys]).toEqual([])
    expect([...sumByKey(partsOf([], 1)).values]).toEqual([])
  })
})

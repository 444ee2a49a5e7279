import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestKeys } from '#backend/analytics/pictures/best.ts'

const keyed = (rows: readonly (readonly [number, number])[]) => ({
  keys: Float64Array.from(rows, ([key]) => key),
  values: Float64Array.from(rows, ([, value]) => value),
})

describe('the best of many', () => {
  it('are what putting all in order says, however many are alike', () => {
    const value = fc.oneof(fc.integer({ min: -3, max: 6 }), fc.maxSafeInteger())
    const rows = fc.uniqueArray(fc.tuple(fc.maxSafeNat(), value), { selector: ([key]) => key })
    fc.assert(
      fc.property(rows, fc.nat({ max: 12 }), (all, many) => {
        const best = all.filter(([, one]) => one > 0).sort(([a, x], [b, y]) => y - x || a - b)
        expect(bestKeys(keyed(all), many)).toEqual(best.slice(0, many).map(([key]) => key))
      }),
    )
  })

  it('are none where nobody bought anything', () => {
    expect(bestKeys(keyed([]), 5)).toEqual([])
    expect(
      bestKeys(
        keyed([
          [3, 0],
          [4, -100],
        ]),
        5,
      ),
    ).toEqual([])
  })
})

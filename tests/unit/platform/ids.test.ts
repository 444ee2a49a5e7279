import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createIds } from '#backend/platform/ids.ts'

describe('ids', () => {
  it('grow strictly and stay exact, whatever the clock says', () => {
    const clock = fc.oneof(
      fc.integer({ min: 0, max: 4e12 }),
      fc.double(),
      fc.double({ min: 0, max: 9, noNaN: true }),
      fc.constantFrom(-1, 8.64e15, Infinity),
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 52 }), fc.array(clock, { maxLength: 50 }), (last, times) => {
        const ids = createIds(last)
        const given = times.map((now) => ids.next(now))
        const whole = [last, ...given]
        expect(given.every(Number.isSafeInteger)).toBe(true)
        expect(whole.every((id, index) => index === 0 || id > (whole[index - 1] ?? Infinity))).toBe(true)
        expect(ids.latest()).toBe(whole.at(-1))
      }),
    )
  })

  it('tell the time at which they were given, while the clock goes on', () => {
    const ids = createIds(0)
    const now = Date.UTC(2026, 10, 22)
    expect(Math.floor(ids.next(now) / 1024)).toBe(now)
    expect(Math.floor(ids.next(now) / 1024)).toBe(now)
    expect(Math.floor(ids.next(now + 5) / 1024)).toBe(now + 5)
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datesToLookFor, nextYearDay, type YearDay } from '#backend/coupons/year-day.ts'
import { addDays, daysBetween } from '#shared/dates.ts'

const solar = (month: number, day: number): YearDay => ({ calendar: 'solar', month, day, leap: false })
const lunar = (month: number, day: number, leap = false): YearDay => ({ calendar: 'lunar', month, day, leap })

describe('a day that comes every year', () => {
  it('is today, later this year, or next year', () => {
    expect(nextYearDay(solar(11, 22), '2026-11-22')).toBe('2026-11-22')
    expect(nextYearDay(solar(12, 1), '2026-11-22')).toBe('2026-12-01')
    expect(nextYearDay(solar(11, 21), '2026-11-22')).toBe('2027-11-21')
  })

  it('is kept on the 28th where February has no 29th', () => {
    expect(nextYearDay(solar(2, 29), '2026-01-01')).toBe('2026-02-28')
    expect(nextYearDay(solar(2, 29), '2028-01-01')).toBe('2028-02-29')
  })

  it('follows the lunar calendar: New Year and Chuseok as the almanac has them', () => {
    expect(nextYearDay(lunar(1, 1), '2026-01-01')).toBe('2026-02-17')
    expect(nextYearDay(lunar(8, 15), '2026-01-01')).toBe('2026-09-25')
    // The twelfth month of the lunar year before.
    expect(nextYearDay(lunar(12, 1), '2026-01-01')).toBe('2026-01-19')
  })

  it('of a leap month is kept in the ordinary month of years without one', () => {
    // 2025 had a leap sixth month, from 25 July; 2026 has none.
    expect(nextYearDay(lunar(6, 1, true), '2025-01-01')).toBe('2025-07-25')
    expect(nextYearDay(lunar(6, 1), '2025-01-01')).toBe('2025-06-25')
    expect(nextYearDay(lunar(6, 1, true), '2026-01-01')).toBe(nextYearDay(lunar(6, 1), '2026-01-01'))
  })

  it('ends with the lunar tables and says so', () => {
    expect(nextYearDay(lunar(11, 25), '2051-02-01')).toBeNull()
    expect(nextYearDay(solar(11, 25), '2051-02-01')).toBe('2051-11-25')
  })

  it('comes within thirteen months, is looked for by what its date may be called, and is found there', () => {
    fc.assert(
      fc.property(
        fc.record({
          calendar: fc.constantFrom('solar' as const, 'lunar' as const),
          month: fc.integer({ min: 1, max: 12 }),
          day: fc.integer({ min: 1, max: 30 }),
          leap: fc.boolean(),
        }),
        fc.nat({ max: 8_000 }),
        (any, offset) => {
          const day = { ...any, leap: any.leap && any.calendar === 'lunar' }
          fc.pre(day.calendar === 'lunar' || day.month !== 2 || day.day !== 30)
          const from = addDays('2020-01-01', offset)
          const next = nextYearDay(day, from)
          if (next === null) throw new Error('Never again')
          expect(daysBetween(from, next)).toBeGreaterThanOrEqual(0)
          expect(daysBetween(from, next)).toBeLessThan(400)
          expect(datesToLookFor(next)).toContainEqual({ month: day.month, day: day.day })
        },
      ),
      { numRuns: 200 },
    )
  })
})

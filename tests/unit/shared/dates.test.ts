import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  businessDate,
  clockText,
  daysBetween,
  epochOf,
  isoKorea,
  koreanTime,
} from '#shared/dates.ts'

const at = (text: string): number => Date.parse(text)
const anyTime = fc.integer({ min: at('1970-01-02T00:00:00Z'), max: at('2200-01-01T00:00:00Z') })
const anyDate = anyTime.map((time) => new Date(time).toISOString().slice(0, 10))

describe('dates in Korea', () => {
  it('writes the offset', () =>
    expect(isoKorea(at('2021-10-05T13:35:42Z'))).toBe('2021-10-05T22:35:42+09:00'))

  it('reads its own writing back', () => {
    fc.assert(
      fc.property(anyTime, (time) => {
        expect(at(isoKorea(time))).toBe(time - (time % 1000))
      }),
    )
  })

  it('counts the small hours to the day before when the shop closes late', () => {
    const night = at('2026-03-01T02:30:00+09:00')
    expect(businessDate(night)).toBe('2026-03-01')
    expect(businessDate(night, 5)).toBe('2026-02-28')
    expect(businessDate(at('2026-03-01T05:00:00+09:00'), 5)).toBe('2026-03-01')
  })

  it.each([
    [2021, 2, 30, 0, 0, 0],
    [2021, 13, 1, 0, 0, 0],
    [2021, 1, 0, 0, 0, 0],
    [2021, 1, 1, 24, 0, 0],
    [2021, 1, 1, 0, 60, 0],
    [0, 0, 0, 0, 0, 0],
  ])('refuses %d-%d-%d %d:%d:%d', (...parts) => expect(epochOf(...parts)).toBeNull())

  it('knows leap days', () => {
    expect(epochOf(2024, 2, 29)).toBe(at('2024-02-29T00:00:00+09:00'))
    expect(epochOf(2023, 2, 29)).toBeNull()
  })

  it('gives back the parts it was made of', () => {
    fc.assert(
      fc.property(anyTime, (time) => {
        const t = koreanTime(time)
        expect(epochOf(t.year, t.month, t.day, t.hour, t.minute, t.second)).toBe(time - (time % 1000))
      }),
    )
  })

  it('adds and counts days alike', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  it('shows the clock', () => expect(clockText(at('2026-11-22T05:02:59Z'))).toBe('14:02'))
})

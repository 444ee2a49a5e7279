import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateRange } from '#shared/contract/analytics.ts'
import { addDays, daysBetween } from '#shared/dates.ts'
import { counted, growth, percentText } from '../../../renderer/features/pictures/compact.ts'
import {
  allowedSteps,
  comparedWith,
  mostYears,
  rangeFault,
  rangeOf,
  usualStep,
  yearBefore,
} from '../../../renderer/features/pictures/range/ranges.ts'
import { monthsUpTo, monthToCompare, rangeOfMonth } from '../../../renderer/features/report/month.ts'

const dates = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays('2016-01-01', days))
const ranges = fc
  .tuple(dates, fc.nat({ max: 4_000 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }))

describe('the range of the pictures', () => {
  it('is compared with a range that ends before it begins, and is no longer than it', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const before = comparedWith(range, 'before')
        expect(before).not.toBeNull()
        if (before === null) return
        expect(before.from <= before.to).toBe(true)
        expect(before.to < range.from).toBe(true)
        expect(daysBetween(before.from, before.to)).toBeLessThanOrEqual(daysBetween(range.from, range.to) + 3)
      }),
    )
  })

  it('of a part of a month meets the same days of the month before; a whole month a whole one', () => {
    expect(comparedWith({ from: '2026-11-01', to: '2026-11-22' }, 'before')).toEqual({
      from: '2026-10-01',
      to: '2026-10-22',
    })
    expect(comparedWith({ from: '2026-03-01', to: '2026-03-30' }, 'before')).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    })
    expect(comparedWith({ from: '2026-02-01', to: '2026-02-28' }, 'before')).toEqual({
      from: '2026-01-01',
      to: '2026-01-31',
    })
    expect(comparedWith({ from: '2026-11-01', to: '2026-11-22' }, 'none')).toBeNull()
    expect(yearBefore('2024-02-29')).toBe('2023-02-28')
  })

  it('never begins before the shop did when all of it is asked for', () => {
    expect(rangeOf('all', '2026-11-22', { from: '2026-10-01', to: '2026-11-21' })).toEqual({
      from: '2026-10-01',
      to: '2026-11-22',
    })
    expect(rangeOf('all', '2026-11-22', null)).toEqual({ from: '2026-11-22', to: '2026-11-22' })
    expect(rangeOf('months12', '2026-11-22', null)).toEqual({ from: '2025-11-23', to: '2026-11-22' })
  })

  it('that is typed by hand is one that can be asked for, or says why it is none', () => {
    expect(rangeFault({ from: '2024-02-29', to: '2024-02-29' })).toBe(null)
    expect(rangeFault({ from: '2026-11-02', to: '2026-11-01' })).toBe('reversed')
    // A year that is half typed is no year yet, and so is an empty field.
    for (const from of ['', '0002-11-01', '0202-11-01', '0001-01-01'])
      expect(rangeFault({ from, to: '2026-11-01' })).toBe('unfinished')
    expect(rangeFault({ from: '2026-11-01', to: '9999-12-31' })).toBe('long')
    expect(rangeFault({ from: '1900-01-01', to: '2026-11-01' })).toBe('long')
    fc.assert(
      fc.property(dates, fc.nat({ max: 30_000 }), (from, days) => {
        const range = { from, to: addDays(from, days) }
        if (rangeFault(range) !== null) return
        expect(dateRange.safeParse(range).success).toBe(true)
        expect(daysBetween(range.from, range.to)).toBeLessThan(mostYears * 366)
        for (const comparison of ['before', 'yearBefore'] as const)
          expect(dateRange.safeParse(comparedWith(range, comparison)).success).toBe(true)
      }),
    )
  })

  it('always has a usual step among those that are offered', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        expect(allowedSteps(range)).toContain(usualStep(range))
      }),
    )
  })
})

describe('the month of a report', () => {
  it('that is not over ends today and meets the same days before', () => {
    expect(rangeOfMonth('2026-11', '2026-11-22')).toEqual({ from: '2026-11-01', to: '2026-11-22' })
    expect(monthToCompare('2026-11', '2026-11-22')).toEqual({ from: '2026-10-01', to: '2026-10-22' })
    expect(monthToCompare('2026-02', '2026-11-22')).toEqual({ from: '2026-01-01', to: '2026-01-31' })
    expect(monthsUpTo('2026-02', 12, '2026-11-22')).toEqual({ from: '2025-03-01', to: '2026-02-28' })
  })
})

describe('figures in words', () => {
  it('say shares and growth as people do', () => {
    expect([0, 0.004, 0.051, 0.5, 1].map(percentText)).toEqual(['0%', '0.4%', '5.1%', '50%', '100%'])
    expect([growth(110, 100), growth(90, 100), growth(5, 0)]).toEqual([10, -10, null])
    expect(counted(12_345)).toEqual({ n: '12,345', count: 12_345 })
    expect(counted(2.25).n).toBe('2.3')
  })
})

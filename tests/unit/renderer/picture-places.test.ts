import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PictureStep } from '#shared/contract/analytics.ts'
import { addDays, daysBetween } from '#shared/dates.ts'
import { besideOf, isCut } from '../../../renderer/features/pictures/range/places.ts'
import { comparedWith, usualStep } from '../../../renderer/features/pictures/range/ranges.ts'

const day = (date: string) => ({ from: date, to: date })
const days = (from: string, many: number) =>
  Array.from({ length: many }, (_, place) => day(addDays(from, place)))

const cut = (from: string, to: string, step: PictureStep) => isCut({ from, to }, step)

describe('what stands beside a point', () => {
  const range = { from: '2026-11-01', to: '2026-11-10' }
  const compare = { from: '2026-10-01', to: '2026-10-10' }

  it('is the one at the same place of the compared range', () => {
    const points = days(range.from, 10)
    const others = days(compare.from, 10)
    expect(besideOf(points, others, { range, compare, step: 'day' })).toEqual(others)
    expect(besideOf(points, others, { range, compare: null, step: 'day' })).toEqual(
      points.map(() => undefined),
    )
  })

  it('stays at its place where the shop had not yet opened on the first days of either', () => {
    const points = days(range.from, 10)
    const others = days('2026-10-08', 3)
    const beside = besideOf(points, others, { range, compare, step: 'day' })
    expect(beside.map((one) => one?.from)).toEqual([
      ...Array.from({ length: 7 }, () => undefined),
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
    ])
    const [first] = besideOf(days('2026-11-09', 2), days(compare.from, 10), { range, compare, step: 'day' })
    expect(first?.from).toBe('2026-10-09')
  })

  it('goes by weeks, months and years of the calendar', () => {
    const asked = {
      range: { from: '2026-08-26', to: '2026-11-23' },
      compare: { from: '2026-05-27', to: '2026-08-24' },
    }
    const week = besideOf([day('2026-11-23')], [day('2026-08-17'), day('2026-08-24')], {
      ...asked,
      step: 'week',
    })
    expect(week).toEqual([day('2026-08-24')])
    const years = {
      range: { from: '2025-12-01', to: '2026-02-10' },
      compare: { from: '2024-12-01', to: '2025-02-10' },
    }
    expect(besideOf([day('2026-01-01')], [day('2025-01-01')], { ...years, step: 'month' })).toEqual([
      day('2025-01-01'),
    ])
    expect(besideOf([day('2026-01-01')], [day('2025-01-01')], { ...years, step: 'year' })).toEqual([
      day('2025-01-01'),
    ])
  })

  it('by the week is a week of the same length, whatever weekday the range begins on', () => {
    fc.assert(
      fc.property(fc.nat({ max: 3_000 }), fc.integer({ min: 63, max: 220 }), (start, many) => {
        const asked = { from: addDays('2019-01-01', start), to: addDays('2019-01-01', start + many - 1) }
        expect(usualStep(asked)).toBe('week')
        const before = comparedWith(asked, 'before')
        expect(before === null ? null : daysBetween(before.from, before.to)).toBe(many - 1)
        expect(before === null ? 1 : daysBetween(before.from, asked.from) % 7).toBe(0)
        expect(before !== null && before.to < asked.from).toBe(true)
      }),
    )
  })
})

describe('a bar that is not whole', () => {
  it('is told by its first and last day', () => {
    expect(cut('2026-11-16', '2026-11-22', 'week')).toBe(false)
    expect(cut('2026-11-23', '2026-11-23', 'week')).toBe(true)
    expect(cut('2024-02-01', '2024-02-29', 'month')).toBe(false)
    expect(cut('2024-02-01', '2024-02-28', 'month')).toBe(true)
    expect(cut('2026-02-02', '2026-02-28', 'month')).toBe(true)
    expect(cut('2025-01-01', '2025-12-31', 'year')).toBe(false)
    expect(cut('2025-01-01', '2025-12-30', 'year')).toBe(true)
    expect(cut('2026-11-23', '2026-11-23', 'day')).toBe(false)
  })
})

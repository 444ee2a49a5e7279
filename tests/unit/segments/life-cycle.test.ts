import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '#backend/segments/default-settings.ts'
import { absenceLimits, rhythmDaysOf, stageOf, standingOf } from '#backend/segments/life-cycle.ts'
import { occasionDays } from '#backend/segments/occasion-days.ts'
import { limitsOf } from '#backend/segments/people-limits.ts'
import { daysOf, monthsAndDays } from '#backend/segments/period.ts'
import { readyIdOf, readyIds } from '#backend/segments/ready-groups.ts'
import { addDays, daysBetween } from '#shared/dates.ts'

const stageAt = (visits: readonly string[], asOf: string): string | null => {
  const standing = standingOf(visits, defaultSettings)
  return stageOf(
    {
      visits: visits.length,
      firstVisit: visits[0] ?? null,
      lastVisit: visits.at(-1) ?? null,
      atRiskFrom: standing?.atRiskFrom ?? null,
      lostFrom: standing?.lostFrom ?? null,
      returnedOn: standing?.returnedOn ?? null,
    },
    asOf,
    defaultSettings,
  )
}

/** Visits every so many days up to a day. */
const every = (days: number, times: number, last: string): string[] =>
  Array.from({ length: times }, (_, place) => addDays(last, -days * (times - 1 - place)))

describe('the life cycle', () => {
  it('goes by the own rhythm: a monthly guest is not missed after forty days, a daily one is', () => {
    const last = '2026-10-10'
    expect(stageAt(every(30, 8, last), addDays(last, 40))).toBe('regular')
    expect(stageAt(every(30, 8, last), addDays(last, 60))).toBe('at-risk')
    expect(stageAt(every(30, 8, last), addDays(last, 90))).toBe('lost')
    expect(stageAt(every(1, 40, last), addDays(last, 13))).toBe('regular')
    expect(stageAt(every(1, 40, last), addDays(last, 14))).toBe('at-risk')
    expect(stageAt(every(1, 40, last), addDays(last, 28))).toBe('lost')
  })

  it('goes by the plain limit under three visits', () => {
    const visits = ['2026-01-01', '2026-01-05']
    expect(stageAt(visits, '2026-03-05')).toBe('growing')
    expect(stageAt(visits, addDays('2026-01-05', 60))).toBe('at-risk')
    expect(stageAt(visits, addDays('2026-01-05', 90))).toBe('lost')
  })

  it('knows who is new, who grows, who came back, and who never came', () => {
    expect(stageAt([], '2026-11-22')).toBe(null)
    expect(stageAt(['2026-11-22'], '2026-11-22')).toBe('new')
    expect(stageAt(['2026-10-24'], '2026-11-22')).toBe('new')
    expect(stageAt(['2026-10-23'], '2026-11-22')).toBe('growing')
    const back = [...every(7, 10, '2026-03-01'), '2026-11-01']
    expect(stageAt(back, '2026-11-02')).toBe('returned')
    expect(stageAt([...back, '2026-11-08', '2026-11-15'], '2026-11-20')).toBe('returned')
    expect(stageAt([...back, ...every(7, 5, '2026-12-06').slice(1)], '2026-12-06')).toBe('regular')
  })

  it('never misses anybody before they are at risk, nor loses them before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 30 }),
        fc.nat({ max: 400 }),
        (gaps, away) => {
          const visits = gaps.reduce<string[]>(
            (all, gap) => [...all, addDays(all.at(-1) ?? '2024-01-01', gap + 1)],
            [],
          )
          const last = visits.at(-1) ?? ''
          const { risk, lost } = absenceLimits(rhythmDaysOf(visits), defaultSettings)
          expect(risk).toBeLessThanOrEqual(lost)
          const stage = stageAt(visits, addDays(last, away))
          expect(stage === 'lost').toBe(away >= lost)
          expect(stage === 'at-risk').toBe(away >= risk && away < lost)
        },
      ),
    )
  })

  it('puts everybody into one of the four usual groups', () => {
    const limits = limitsOf([], '2026-11-22', defaultSettings)
    const nobody = {
      visits: 0,
      spend: 0,
      firstVisit: null,
      lastVisit: null,
      atRiskFrom: null,
      lostFrom: null,
      returnedOn: null,
    }
    const joined = (joinedOn: string) =>
      readyIdOf({ ...nobody, joinedOn }, '2026-11-22', defaultSettings, limits)
    expect(joined('2026-11-20')).toBe(readyIds.new)
    expect(joined('2026-10-01')).toBe(readyIds.plain)
    expect(joined('2026-08-01')).toBe(readyIds.dormant)
  })
})

/** Days of whole months; NaN where a month reaches beyond what was asked for. */
const wholeDays = (
  months: { readonly from: number; readonly to: number },
  days: { readonly from: string; readonly to: string },
  open: boolean,
): number => {
  const first = `${String(months.from).slice(0, 4)}-${String(months.from).slice(4)}-01`
  const [year, month] = [Math.floor(months.to / 100), months.to % 100]
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  // What lies after an open end is nothing.
  if (first < days.from || (last > days.to && !open)) return Number.NaN
  return daysBetween(first, last < days.to ? last : days.to) + 1
}

describe('relative dates', () => {
  it.each([
    [{ of: 'last', count: 3, unit: 'month' }, '2026-05-31', '2026-03-01', '2026-05-31'],
    [{ of: 'last', count: 7, unit: 'day' }, '2026-11-22', '2026-11-16', '2026-11-22'],
    [{ of: 'last', count: 2, unit: 'week' }, '2026-11-22', '2026-11-09', '2026-11-22'],
    [{ of: 'last', count: 1, unit: 'year' }, '2024-02-29', '2023-03-01', '2024-02-29'],
    [{ of: 'calendar', unit: 'month', back: 0 }, '2026-02-10', '2026-02-01', '2026-02-28'],
    [{ of: 'calendar', unit: 'month', back: 2 }, '2026-01-10', '2025-11-01', '2025-11-30'],
    [{ of: 'calendar', unit: 'year', back: 1 }, '2026-01-10', '2025-01-01', '2025-12-31'],
  ] as const)('%j as of %s', (period, asOf, from, to) => {
    expect(daysOf(period, asOf)).toEqual({ from, to })
  })

  it('are whole months and the days around them, each day once', () => {
    const day = fc.nat({ max: 900 }).map((days) => addDays('2024-01-01', days))
    fc.assert(
      fc.property(day, day, fc.boolean(), (from, to, open) => {
        fc.pre(from <= to)
        const { months, edges } = monthsAndDays({ from, to }, open ? to : '9999-12-31')
        const covered = edges.reduce((sum, edge) => sum + daysBetween(edge.from, edge.to) + 1, 0)
        for (const edge of edges) expect(edge.from <= edge.to).toBe(true)
        const whole = months === null ? 0 : wholeDays(months, { from, to }, open)
        expect(covered + whole).toBe(daysBetween(from, to) + 1)
      }),
    )
  })
})

describe('birthdays', () => {
  it('are found in both calendars, on days that a year has not got as well', () => {
    expect(occasionDays('2027-02-28', 0)).toContainEqual({
      calendar: 'solar',
      month: 2,
      day: 29,
      leap: false,
    })
    expect(occasionDays('2028-02-28', 0)).not.toContainEqual({
      calendar: 'solar',
      month: 2,
      day: 29,
      leap: false,
    })
    // 설날 2026.
    expect(occasionDays('2026-02-17', 0)).toContainEqual({ calendar: 'lunar', month: 1, day: 1, leap: false })
    // 윤6월 2025: only those who were born in a leap month keep it there.
    const leapDay = occasionDays('2025-07-25', 0).filter(({ calendar }) => calendar === 'lunar')
    expect(leapDay).toEqual([{ calendar: 'lunar', month: 6, day: 1, leap: true }])
  })
})

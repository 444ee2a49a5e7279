import { describe, expect, it } from 'vitest'
import { customTime } from '#backend/customers/figures/custom-time.ts'
import { itemRhythms } from '#backend/customers/figures/item-rhythm.ts'
import { nextVisit, rhythmOf, timingOf } from '#backend/customers/figures/rhythm.ts'
import { joinNames, usualOrder } from '#backend/customers/figures/usual.ts'
import { addDays } from '#shared/dates.ts'

const timing = (visits: readonly string[], today: string) => timingOf(rhythmOf(visits), visits, today)

describe('rhythmOf', () => {
  const weekly = ['2026-10-01', '2026-10-08', '2026-10-15', '2026-10-22']

  it('is the median of the days between, so that one long holiday does not matter', () => {
    expect(rhythmOf(weekly)).toEqual({ days: 7, low: 7, high: 7 })
    expect(rhythmOf(['2026-01-01', ...weekly])?.days).toBe(7)
  })

  it('has its spread: half of the intervals lie between low and high', () => {
    const visits = [0, 2, 6, 12, 20].map((days) => addDays('2026-01-01', days))
    expect(rhythmOf(visits)).toEqual({ days: 5, low: 3.5, high: 6.5 })
  })

  it('forgets how it was long ago', () => {
    const daily = Array.from({ length: 40 }, (_, day) => addDays('2025-01-01', day))
    const monthly = Array.from({ length: 31 }, (_, month) => addDays('2025-03-01', month * 30))
    expect(rhythmOf([...daily, ...monthly])?.days).toBe(30)
  })

  it('tells early and late against their own rhythm', () => {
    expect(timing(weekly, '2026-10-24')).toBe('early')
    expect(timing(weekly, '2026-11-10')).toBe('late')
    expect(timing(weekly, '2026-10-27')).toBe('usual')
  })

  it('does not call late what happens to somebody irregular every other time', () => {
    const visits = [0, 3, 23, 26, 46, 49, 69].map((days) => addDays('2026-01-01', days))
    expect(timing(visits, addDays('2026-01-01', 69 + 20))).toBe('usual')
    expect(timing(visits, addDays('2026-01-01', 69 + 40))).toBe('late')
  })

  it('leaves today’s own visit out of the question', () => {
    expect(timing([...weekly, '2026-10-29'], '2026-10-29')).toBe('usual')
  })

  it('says nothing under three visits', () => {
    expect(rhythmOf(['2026-10-01', '2026-10-08'])).toBeNull()
    expect(timing(['2026-10-01', '2026-10-08'], '2026-10-15')).toBeNull()
    expect(timing([], '2026-10-15')).toBeNull()
  })

  it('expects the next visit between the quartiles, after the last one at the earliest', () => {
    expect(nextVisit({ days: 7, low: 6.5, high: 8.5 }, '2026-10-22')).toEqual({
      from: '2026-10-28',
      to: '2026-10-31',
    })
    expect(nextVisit({ days: 1, low: 0.5, high: 1 }, '2026-10-22')).toEqual({
      from: '2026-10-23',
      to: '2026-10-23',
    })
    expect(nextVisit(null, '2026-10-22')).toBeNull()
    expect(nextVisit({ days: 7, low: 7, high: 7 }, null)).toBeNull()
  })
})

const visit = (weekday: number, hour: number) => ({ weekday, hour })

describe('customTime', () => {
  it('is the day of at least half of the visits, and the hour about which six in ten lie', () => {
    const visits = [visit(6, 13), visit(6, 14), visit(2, 14), visit(6, 15), visit(3, 9)]
    expect(customTime(visits)).toEqual({ weekday: 6, hour: 14 })
  })

  it('goes round midnight', () => {
    expect(customTime([visit(5, 23), visit(5, 0), visit(5, 0), visit(5, 1)])).toEqual({ weekday: 5, hour: 0 })
  })

  it('says nothing where nothing stands out, or of two visits', () => {
    expect(customTime([visit(0, 9), visit(1, 12), visit(2, 15), visit(3, 18)])).toEqual({
      weekday: null,
      hour: null,
    })
    expect(customTime([visit(0, 9), visit(0, 9)])).toEqual({ weekday: null, hour: null })
  })
})

const every = (name: string, days: number, times: number, from = '2026-01-05') =>
  Array.from({ length: times }, (_, index) => ({ name, quantity: 1, date: addDays(from, index * days) }))

describe('itemRhythms', () => {
  it('finds what is done every few months, and when it is due', () => {
    const items = [...every('염색', 90, 4), ...every('아메리카노', 3, 60)]
    expect(itemRhythms(items, '2026-12-25')).toEqual([
      { name: '염색', everyDays: 90, last: '2026-10-02', from: '2026-12-31', to: '2026-12-31' },
    ])
  })

  it('puts what is due first before the rest, and gives up what was given up', () => {
    const items = [...every('커트', 30, 6), ...every('염색', 60, 4), ...every('파마', 20, 3)]
    const names = itemRhythms(items, '2026-06-20').map(({ name }) => name)
    expect(names).toEqual(['커트', '염색'])
  })

  it('takes no habit from two times, from free quantities or from no order at all', () => {
    expect(itemRhythms(every('염색', 90, 2), '2026-07-01')).toEqual([])
    expect(
      itemRhythms(
        every('염색', 90, 4).map((item) => ({ ...item, quantity: 0 })),
        '2026-12-01',
      ),
    ).toEqual([])
    const wild = [0, 20, 120, 135, 300].map((day) => ({
      name: '염색',
      quantity: 1,
      date: addDays('2026-01-01', day),
    }))
    expect(itemRhythms(wild, '2026-11-01')).toEqual([])
  })
})

const bought = (name: string, date: string, quantity = 1) => ({ name, date, quantity })

describe('usualOrder', () => {
  it('puts what was bought lately before what was bought long ago', () => {
    const old = Array.from({ length: 6 }, (_, day) => bought('유자차', `2026-01-0${day + 1}`))
    const lately = [bought('라떼', '2026-11-01'), bought('라떼', '2026-11-08'), bought('라떼', '2026-11-15')]
    expect(usualOrder([...old, ...lately], '2026-11-22')).toEqual([
      { name: '라떼', times: 3 },
      { name: '유자차', times: 6 },
    ])
  })

  it('does not call a single purchase a habit beside a real one', () => {
    const items = [bought('빵', '2026-11-20', 5), bought('차', '2026-11-01'), bought('차', '2026-11-10')]
    expect(usualOrder(items, '2026-11-22')).toEqual([{ name: '차', times: 2 }])
    expect(usualOrder(items.slice(0, 1), '2026-11-22')).toEqual([{ name: '빵', times: 5 }])
    expect(usualOrder([], '2026-11-22')).toEqual([])
  })
})

describe('joinNames', () => {
  it('counts spellings of one product together, in the place of the first', () => {
    const items = [
      { name: '아메리카노(ICE)', times: 3 },
      { name: '라떼', times: 2 },
      { name: '아이스 아메리카노', times: 4 },
    ]
    const shown = new Map([
      ['아메리카노(ICE)', '아이스 아메리카노'],
      ['아이스 아메리카노', '아이스 아메리카노'],
    ])
    expect(joinNames(items, shown)).toEqual([
      { name: '아이스 아메리카노', times: 7 },
      { name: '라떼', times: 2 },
    ])
  })
})

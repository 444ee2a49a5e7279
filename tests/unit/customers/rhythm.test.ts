import { describe, expect, it } from 'vitest'
import { rhythmOf } from '#backend/customers/rhythm.ts'
import { usualOrder } from '#backend/customers/usual.ts'

describe('rhythmOf', () => {
  const weekly = ['2026-10-01', '2026-10-08', '2026-10-15', '2026-10-22']

  it('is the median of the days between, so that one long holiday does not matter', () => {
    expect(rhythmOf(weekly, '2026-10-29')).toEqual({ days: 7, timing: 'usual' })
    expect(rhythmOf(['2026-01-01', ...weekly], '2026-10-29').days).toBe(7)
  })

  it('tells early and late against their own rhythm', () => {
    expect(rhythmOf(weekly, '2026-10-24').timing).toBe('early')
    expect(rhythmOf(weekly, '2026-11-10').timing).toBe('late')
    expect(rhythmOf(weekly, '2026-10-27').timing).toBe('usual')
  })

  it('leaves today’s own visit out of the question', () => {
    expect(rhythmOf([...weekly, '2026-10-29'], '2026-10-29').timing).toBe('usual')
  })

  it('says nothing under three visits', () => {
    expect(rhythmOf(['2026-10-01', '2026-10-08'], '2026-10-15')).toEqual({ days: null, timing: null })
    expect(rhythmOf([], '2026-10-15')).toEqual({ days: null, timing: null })
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

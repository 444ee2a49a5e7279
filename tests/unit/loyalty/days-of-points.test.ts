import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { byEnd, endAfter, type Lot, takeFrom } from '#backend/loyalty/lots.ts'
import { type KeptDay, trustedDay } from '#backend/loyalty/trusted-day.ts'
import { addDays, businessDate } from '#shared/dates.ts'

const lot = (id: number, remaining: number, ends_on: string | null): Lot => ({
  id,
  customer_id: 1,
  sale_id: null,
  remaining,
  ends_on,
})

describe('lots', () => {
  it('are used by their end, without an end last, of one day by sequence', () => {
    const lots = [lot(4, 5, null), lot(3, 5, '2027-01-01'), lot(2, 5, '2026-12-31'), lot(1, 5, '2027-01-01')]
    expect(lots.sort(byEnd).map(({ id }) => id)).toEqual([2, 1, 3, 4])
    const { parts, missing } = takeFrom(lots, 12)
    expect(parts.map(({ lot: { id }, points }) => [id, points])).toEqual([
      [2, 5],
      [1, 5],
      [3, 2],
    ])
    expect(missing).toBe(0)
    expect(takeFrom(lots, 21).missing).toBe(1)
  })

  it('end on the same day of a later month, or on its last', () => {
    expect(endAfter('2026-11-22', 12)).toBe('2027-11-22')
    expect(endAfter('2026-01-31', 1)).toBe('2026-02-28')
    expect(endAfter('2027-11-30', 3)).toBe('2028-02-29')
    expect(endAfter('2026-11-22', -60)).toBe('2021-11-22')
    expect(endAfter('2026-11-22', null)).toBeNull()
  })
})

describe('the day that has come', () => {
  const kept: KeptDay = { day: '2026-11-22', seen: '2026-11-22' }

  it('is never beyond what receipts say, nor beyond the PC', () => {
    expect(trustedDay(kept, '2036-11-22', '2026-11-23').day).toBe('2026-11-23')
    expect(trustedDay(kept, '2026-11-24', '2036-11-23').day).toBe('2026-11-24')
    expect(trustedDay(kept, '2016-11-22', '2016-11-22').day).toBe('2026-11-22')
  })

  it('goes on without receipts’ days as long as the PC does not leap', () => {
    expect(trustedDay(kept, '2026-12-20', null).day).toBe('2026-12-20')
    expect(trustedDay(kept, '2027-11-22', null).day).toBe('2026-11-22')
  })

  it('is not brought nearer by a clock that is set back and forth, whatever it says', () => {
    const shifts = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 60 })
    fc.assert(
      fc.property(shifts, fc.constantFrom(0, 3_652), (all, wrong) => {
        let now = trustedDay(kept, addDays(kept.day, wrong), null)
        for (const shift of all) now = trustedDay(now, addDays(kept.day, wrong + shift), null)
        expect(now.day <= addDays(kept.day, 20)).toBe(true)
      }),
    )
  })

  it('never runs ahead of true time, however the clock is set forth and back by years', () => {
    const jumps = fc.array(
      fc.record({
        days: fc.integer({ min: 0, max: 20 }),
        skew: fc.constantFrom(0, 0, 3_652, -3_652, 36_525),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(jumps, fc.boolean(), (steps, printed) => {
        let now = kept
        let truth = kept.day
        for (const { days, skew } of steps) {
          truth = addDays(truth, days)
          now = trustedDay(now, addDays(truth, skew), printed ? truth : null)
          expect(now.day <= truth).toBe(true)
        }
      }),
    )
  })
})

describe('the time zone of the PC', () => {
  const before = process.env['TZ']
  afterEach(() => {
    process.env['TZ'] = before ?? ''
    if (before === undefined) delete process.env['TZ']
  })

  it.each(['America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Seoul'])(
    'changes no day of points: %s, over both changes of its clocks',
    (zone) => {
      process.env['TZ'] = zone
      // Hours around the spring and autumn changes of both hemispheres.
      for (const at of [Date.UTC(2026, 2, 8, 7), Date.UTC(2026, 9, 25, 1), Date.UTC(2026, 9, 3, 15, 30)]) {
        const day = businessDate(at)
        expect(businessDate(at + 86_400_000)).toBe(addDays(day, 1))
        expect(endAfter(day, 12)).toBe(`2027${day.slice(4)}`)
      }
      expect(businessDate(Date.UTC(2026, 2, 8, 14, 59))).toBe('2026-03-08')
      expect(businessDate(Date.UTC(2026, 2, 8, 15))).toBe('2026-03-09')
    },
  )
})

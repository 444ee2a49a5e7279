import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { giveBack, type ToGiveBack } from '#shared/prepaid/giving-back.ts'

const sold = '2026-03-02'
const later = '2026-06-02'

const cut = (change: Partial<ToGiveBack> = {}): ToGiveBack => ({
  unit: 'times',
  price: 300_000,
  paid: 10,
  used: 3,
  bonusLeft: 0,
  singlePrice: 40_000,
  countedAt: 'normal',
  penaltyPercent: 10,
  soldOn: sold,
  endsOn: '2027-03-01',
  today: later,
  because: 'guest',
  ...change,
})
const amount = (change: Partial<ToGiveBack> = {}): ToGiveBack => ({
  ...cut({ unit: 'won', price: 50_000, paid: 50_000, used: 10_000, singlePrice: null }),
  ...change,
})

describe('what is given back', () => {
  it('of a pass: what was paid, less what was used at the normal price, less a tenth', () => {
    expect(giveBack(cut())).toEqual({
      rule: 'cancelled',
      won: 150_000,
      lines: [
        { line: 'paid', won: 300_000, count: 0, each: 0 },
        { line: 'used-normal', won: -120_000, count: 3, each: 40_000 },
        { line: 'penalty', won: -30_000, count: 10, each: 300_000 },
      ],
    })
    expect(giveBack(cut({ countedAt: 'contract' })).won).toBe(180_000)
    expect(giveBack(cut({ penaltyPercent: 0 }))).toMatchObject({ won: 180_000, lines: [{}, {}] })
    expect(giveBack(cut({ used: 8 }))).toMatchObject({
      won: 0,
      lines: [{}, {}, {}, { line: 'not-below-nought', won: 50_000 }],
    })
  })

  it('all of it within seven days, if nothing was used', () => {
    const unused = cut({ used: 0, today: addDays(sold, 7) })
    expect(giveBack(unused)).toMatchObject({ rule: 'seven-days', won: 300_000 })
    expect(giveBack({ ...unused, today: addDays(sold, 8) }).won).toBe(270_000)
    expect(giveBack({ ...unused, used: 1 }).rule).toBe('cancelled')
  })

  it('the whole rest of an amount from 60 percent on, 80 percent up to 10,000 won', () => {
    expect(giveBack(amount({ used: 30_000 }))).toMatchObject({ rule: 'mostly-used', won: 20_000 })
    expect(giveBack(amount({ used: 29_999 }))).toMatchObject({
      rule: 'cancelled',
      won: 20_000,
      lines: [{}, {}, {}, { line: 'not-under-threshold', won: 4_999 }],
    })
    expect(giveBack(amount({ used: 10_000 })).won).toBe(35_000)
    const small = { price: 10_000, paid: 10_000 }
    expect(giveBack(amount({ ...small, used: 7_000 })).rule).toBe('cancelled')
    expect(giveBack(amount({ ...small, used: 8_000 }))).toMatchObject({ rule: 'mostly-used', won: 2_000 })
  })

  it('once it has ended 90 or 95 percent of the rest, and nothing after five years', () => {
    const ended = { endsOn: '2027-03-01', today: '2027-03-02' }
    expect(giveBack(amount({ ...ended }))).toMatchObject({ rule: 'ended', won: 36_000 })
    expect(giveBack(cut({ ...ended }))).toMatchObject({ rule: 'ended', won: 199_500 })
    expect(giveBack(cut({ ...ended, today: '2031-03-02' })).rule).toBe('ended')
    expect(giveBack(cut({ ...ended, today: '2031-03-03' }))).toMatchObject({ rule: 'prescribed', won: 0 })
    expect(giveBack(cut({ endsOn: null, today: '2032-01-01' })).rule).toBe('cancelled')
  })

  it('nothing is held back where the shop cannot serve any more', () => {
    expect(giveBack(cut({ because: 'shop' }))).toMatchObject({ rule: 'shop', won: 210_000 })
    expect(giveBack(amount({ because: 'shop', today: '2030-01-01' })).won).toBe(40_000)
  })
})

const some: fc.Arbitrary<ToGiveBack> = fc
  .record({
    unit: fc.constantFrom('won' as const, 'times' as const),
    price: fc.integer({ min: 1, max: 3_000_000 }),
    times: fc.integer({ min: 1, max: 100 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    bonusLeft: fc.nat({ max: 10 }),
    single: fc.integer({ min: 1, max: 300_000 }),
    countedAt: fc.constantFrom('normal' as const, 'contract' as const),
    penaltyPercent: fc.nat({ max: 10 }),
    days: fc.nat({ max: 2_500 }),
    months: fc.option(fc.integer({ min: 365, max: 1_800 })),
    because: fc.constantFrom('guest' as const, 'shop' as const),
  })
  .map(({ unit, price, times, share, single, days, months, ...rest }) => {
    const paid = unit === 'won' ? price : times
    return {
      ...rest,
      unit,
      price,
      paid,
      used: Math.floor(paid * share),
      singlePrice: unit === 'won' ? null : single,
      soldOn: sold,
      endsOn: months === null ? null : addDays(sold, months),
      today: addDays(sold, days),
    }
  })

describe('whatever was sold and used', () => {
  it('is between nought and the price, and its lines add up to it', () => {
    fc.assert(
      fc.property(some, (of) => {
        const { won, lines } = giveBack(of)
        expect(won).toBeGreaterThanOrEqual(0)
        expect(won).toBeLessThanOrEqual(of.price)
        expect(Number.isSafeInteger(won)).toBe(true)
        expect(lines.reduce((all, one) => all + one.won, 0)).toBe(won)
        expect(lines[0]).toMatchObject({ line: 'paid', won: of.price })
      }),
      { numRuns: 400 },
    )
  })

  it('no penalty is above a tenth, and none is taken where a rule forbids it', () => {
    fc.assert(
      fc.property(some, (of) => {
        const { rule, lines } = giveBack(of)
        const held = lines.filter((one) => one.line === 'penalty')
        for (const { won } of held) expect(-won * 10).toBeLessThanOrEqual(of.price)
        expect(rule === 'cancelled' || held.length === 0).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('more used, a higher penalty or a later day never give back more', () => {
    fc.assert(
      fc.property(
        some,
        fc.nat({ max: 200_000 }),
        fc.nat({ max: 10 }),
        fc.nat({ max: 900 }),
        (of, more, up, days) => {
          const { won } = giveBack(of)
          expect(giveBack({ ...of, used: Math.min(of.paid, of.used + more) }).won).toBeLessThanOrEqual(won)
          const penaltyPercent = Math.max(of.penaltyPercent, up)
          expect(giveBack({ ...of, penaltyPercent }).won).toBeLessThanOrEqual(won)
          const next = giveBack({ ...of, today: addDays(of.today, days) })
          expect(next.rule !== giveBack(of).rule || next.won <= won).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })
})

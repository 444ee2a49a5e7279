import { describe, expect, it } from 'vitest'
import { clockFault } from '#backend/shop/clock-fault.ts'

const day = 24 * 60 * 60_000
const year = 365 * day
const now = Date.UTC(2026, 10, 22, 5)
/** Printed by the till that long ago, received by this PC that long ago. */
const receipt = (issued: number, received: number) => ({ issuedAt: now - issued, receivedAt: now - received })

describe('the PC’s clock against the tills', () => {
  it.each([
    ['a new ledger', [], null],
    ['an ordinary day', [receipt(60_000, 60_000)], null],
    ['after a month’s holiday', [receipt(30 * day, 30 * day)], null],
    ['after half a year’s holiday, before the first receipt', [receipt(180 * day, 180 * day)], null],
    ['ten years ahead, receipts coming', [receipt(10 * year, 60_000), receipt(10 * year, day)], 'ahead'],
    ['ten years ahead, none has come yet', [receipt(10 * year, 10 * year)], 'ahead'],
    ['ten years back', [receipt(-10 * year, -10 * year)], 'behind'],
    ['ten years back, receipts coming', [receipt(-10 * year, 60_000)], 'behind'],
    ['right again after it was ahead', [receipt(60_000, 60_000), receipt(day, -10 * year)], null],
    ['right again, no receipt since', [receipt(day, -10 * year)], null],
    ['one till of two has lost its clock', [receipt(50 * year, 60_000), receipt(60_000, 60_000)], null],
    ['the only till has lost its clock', [receipt(50 * year, 60_000)], 'ahead'],
  ] as const)('%s', (_name, latest, fault) => {
    expect(clockFault(now, latest)).toBe(fault)
  })
})

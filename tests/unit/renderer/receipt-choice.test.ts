import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  freshForMs,
  isOpen,
  neighbour,
  receiptAtHand,
} from '../../../renderer/features/counter/receipt-choice.ts'
import type { ReceiptRow } from '../../../renderer/features/counter/types.ts'

const now = 1_800_000_000_000
const row = (id: number, changed: Partial<ReceiptRow> = {}): ReceiptRow => ({
  id,
  kind: 'sale',
  issuedAt: now,
  receivedAt: now - 1_000,
  businessDate: '2026-11-22',
  total: 4_500,
  receiptNumber: null,
  lines: [],
  customer: null,
  pointsGiven: 0,
  pointsToGive: 45,
  ...changed,
})
const guest = { id: 1, maskedName: '김*희', points: 10 }

describe('the receipt at hand', () => {
  it('is the newest without a customer', () => {
    expect(receiptAtHand([row(3, { customer: guest }), row(2), row(1)], null, now)?.id).toBe(2)
  })
  it('is never a refund, nor one that gives nothing', () => {
    expect(
      receiptAtHand([row(2, { kind: 'refund', total: -4_500 }), row(1, { total: 0 })], null, now),
    ).toBeNull()
  })
  it('is none when the last one came long ago: its guest has left', () => {
    expect(receiptAtHand([row(1, { receivedAt: now - freshForMs })], null, now)).toBeNull()
  })
  it('is the one chosen by hand, whatever its age', () => {
    const old = row(1, { receivedAt: now - 10 * freshForMs })
    expect(receiptAtHand([row(2), old], 1, now)).toBe(old)
  })
  it('falls back when the chosen one is gone from the list', () => {
    expect(receiptAtHand([row(2)], 99, now)?.id).toBe(2)
  })
  it('is open or chosen, for any list', () => {
    const rows = fc.array(
      fc.record({
        kind: fc.constantFrom('sale', 'refund', 'order'),
        total: fc.integer(),
        taken: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(rows, (drawn) => {
        const list = drawn.map(({ kind, total, taken }, index) =>
          row(index + 1, { kind, total, customer: taken ? guest : null }),
        )
        const found = receiptAtHand(list, null, now)
        expect(found === null ? list.some(isOpen) : !isOpen(found)).toBe(false)
      }),
    )
  })
})

describe('the neighbour in the list', () => {
  const rows = [row(3), row(2), row(1)]
  it('goes down and up and stops at the ends', () => {
    expect(neighbour(rows, 3, 1)).toBe(2)
    expect(neighbour(rows, 2, -1)).toBe(3)
    expect(neighbour(rows, 3, -1)).toBe(3)
    expect(neighbour(rows, 1, 1)).toBe(1)
  })
  it('begins at the top, and is none in an empty list', () => {
    expect(neighbour(rows, null, 1)).toBe(3)
    expect(neighbour([], null, 1)).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { keptReceipts, withReceipt } from '../../../renderer/api/live.ts'
import type { ReceiptRow } from '../../../renderer/features/counter/types.ts'

const row = (id: number, receivedAt: number, total = 1_000): ReceiptRow => ({
  id,
  kind: 'sale',
  issuedAt: receivedAt,
  receivedAt,
  businessDate: '2026-11-22',
  total,
  receiptNumber: null,
  lines: [],
  customer: null,
  pointsGiven: 0,
  pointsToGive: 10,
})

describe('receipts as they come', () => {
  it('stand newest first, also when one comes late', () => {
    const rows = [row(1, 100), row(3, 300)].reduce<ReceiptRow[]>(withReceipt, [])
    expect(withReceipt(rows, row(2, 200)).map((one) => one.id)).toEqual([3, 2, 1])
  })
  it('are replaced where they stand when they change', () => {
    const rows = withReceipt([row(2, 200), row(1, 100)], row(1, 100, 5_000))
    expect(rows.map((one) => [one.id, one.total])).toEqual([
      [2, 1_000],
      [1, 5_000],
    ])
  })
  it('are kept up to a number', () => {
    let rows: ReceiptRow[] = []
    for (let id = 1; id <= keptReceipts + 5; id += 1) rows = withReceipt(rows, row(id, id))
    expect(rows).toHaveLength(keptReceipts)
    expect(rows[0]?.id).toBe(keptReceipts + 5)
  })
})

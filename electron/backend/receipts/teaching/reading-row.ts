import type { CallOutput } from '#shared/contract/index.ts'
import { verdictOn } from '../entering/verdict.ts'
import type { Reading } from '../reading/reading.ts'

export type ReadPaperRow = CallOutput<'teaching.preview'>['reading']

/** What the teaching screen shows of a reading. */
export const readingRow = (reading: Reading): ReadPaperRow => ({
  kind: reading.kind,
  counts: verdictOn(reading) === 'count',
  issuedAt: reading.issuedAt,
  receiptNumber: reading.receiptNumber,
  total: reading.total,
  discount: reading.discount,
  items: reading.items.map(({ name, quantity, unitPrice, amount }) => ({
    name,
    quantity,
    unitPrice: unitPrice === null ? null : Math.round(unitPrice),
    amount: Math.round(amount),
  })),
  reprint: reading.reprint,
  problems: [...new Set(reading.problems)],
})

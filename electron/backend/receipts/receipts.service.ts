import { DangolError } from '#shared/errors.ts'
import { createWorthShown } from '../loyalty/points.service.ts'
import type { Reader } from '../platform/db/statements.ts'
import { type ReceiptRow, receiptRow } from './receipt-row.ts'
import { findListed, type ListedReceipt, latestReceipts, linesOf } from './receipts.repo.ts'

export interface ReceiptsService {
  /** Newest first. */
  recent(limit: number): ReceiptRow[]
  /** Throws `receipt.not-found`. */
  row(receiptId: number): ReceiptRow
}

export const createReceiptsService = (reader: Reader): ReceiptsService => {
  const worth = createWorthShown(reader)
  const shown = (found: ListedReceipt): ReceiptRow =>
    receiptRow(found, linesOf(reader, found.id), found.kind === 'refund' ? 0 : worth(found))
  return {
    recent: (limit) => latestReceipts(reader, limit).map(shown),
    row(receiptId) {
      const found = findListed(reader, receiptId)
      if (found === undefined) throw new DangolError('receipt.not-found')
      return shown(found)
    },
  }
}

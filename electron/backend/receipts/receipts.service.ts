import { DangolError } from '#shared/errors.ts'
import { pointsFor } from '../loyalty/points.ts'
import type { Reader } from '../platform/db/statements.ts'
import { readShop } from '../shop/shop.service.ts'
import { type ReceiptRow, receiptRow } from './receipt-row.ts'
import { findListed, type ListedReceipt, latestReceipts, linesOf } from './receipts.repo.ts'

export interface ReceiptsService {
  /** Newest first. */
  recent(limit: number): ReceiptRow[]
  /** Throws `receipt.not-found`. */
  row(receiptId: number): ReceiptRow
}

export const createReceiptsService = (reader: Reader): ReceiptsService => {
  const shown = (found: ListedReceipt, rateBp: number): ReceiptRow =>
    receiptRow(
      found,
      linesOf(reader, found.id),
      found.kind === 'refund' ? 0 : pointsFor(found.remaining, rateBp),
    )
  return {
    recent(limit) {
      const rate = readShop(reader).points_rate_bp
      return latestReceipts(reader, limit).map((found) => shown(found, rate))
    },
    row(receiptId) {
      const found = findListed(reader, receiptId)
      if (found === undefined) throw new DangolError('receipt.not-found')
      return shown(found, readShop(reader).points_rate_bp)
    },
  }
}

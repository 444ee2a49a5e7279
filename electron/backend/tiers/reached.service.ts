import type { Reader } from '../platform/db/statements.ts'
import { entriesOf } from './tiers.repo.ts'

/** Whether it was this sale that brought somebody to their tier. */
export const reachedWith = (reader: Reader, customerId: number, receiptId: number): boolean =>
  entriesOf(reader, customerId, 1).some(
    (entry) => entry.cause === 'reached' && entry.receipt_id === receiptId,
  )

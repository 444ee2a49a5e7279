import type { Writer } from '../platform/db/statements.ts'
import { knowProducts } from '../products/catalogue.service.ts'

/**
 * Every aggregate over receipts is kept here, in the unit of work of the receipt itself. Whoever adds a receipt says so
 * afterwards; whoever changes its facts, lines or owner does it inside `receiptsChange`, so that its share is taken out
 * as it was and put in as it has become.
 */
export const receiptAdded = (tx: Writer, receiptId: number): void => knowProducts(tx, receiptId)

/** @param receiptIds receipts that are in the ledger before and after the change. @returns what the change gave. */
export const receiptsChange = <T>(tx: Writer, receiptIds: readonly number[], change: () => T): T => {
  const result = change()
  for (const id of receiptIds) knowProducts(tx, id)
  return result
}

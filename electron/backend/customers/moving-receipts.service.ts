import { DangolError } from '#shared/errors.ts'
import type { Loyalty } from '../loyalty/loyalty.service.ts'
import type { Writer } from '../platform/db/statements.ts'
import { findReceipt } from '../receipts/facts.service.ts'
import { findCustomer } from './customers.repo.ts'

/**
 * A sale becomes somebody's, somebody else's or nobody's; points follow by entries, as far as they can. Refunds go with
 * their sale. Throws `receipt.not-found`, `receipt.not-countable` for a refund, `customer.not-found`.
 */
export const moveReceipt = (
  tx: Writer,
  loyalty: Pick<Loyalty, 'attach' | 'detach'>,
  receiptId: number,
  customerId: number | null,
  at: number,
): void => {
  const sale = findReceipt(tx, receiptId)
  if (sale === undefined) throw new DangolError('receipt.not-found')
  if (sale.kind === 'refund') throw new DangolError('receipt.not-countable')
  if (customerId !== null && findCustomer(tx, customerId) === undefined)
    throw new DangolError('customer.not-found')
  if (sale.customer_id === customerId) return
  loyalty.detach(tx, sale, at)
  const free = findReceipt(tx, receiptId)
  if (customerId !== null && free !== undefined) loyalty.attach(tx, free, customerId, at)
}

/** What other features may ask of receipts, and change, inside their own unit of work. */
export { addReceipt, addToDay, setOwner } from './entering/receipt-writes.repo.ts'
export { findReceipt, linesOf, type ReceiptRecord, refundsOf, remainingOf } from './receipts.repo.ts'

/** What other features may ask of receipts, and change, inside their own unit of work. */
export { addToDay, setOwner } from './receipt-writes.repo.ts'
export { findReceipt, type ReceiptRecord, remainingOf } from './receipts.repo.ts'

export type { Capture, Journal } from './journal/journal.ts'
export { type CreateOptions, createLedger, ledgerPresence } from './ledger/create.ts'
export { type LockedLedger, openLocked } from './ledger/locked.ts'
export { type Ledger, type OpenLedgerOptions, openLedger } from './ledger/open.ts'

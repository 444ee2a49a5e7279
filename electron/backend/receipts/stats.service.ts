/** Counts and sums of a whole ledger, for the command line and for checks. */
export { ledgerStats } from './stats.repo.ts'

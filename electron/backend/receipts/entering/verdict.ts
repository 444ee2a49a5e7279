import { isCountable, type Reading } from '../reading/reading.ts'

/** What becomes of a paper by itself; whether a countable one is new is asked of the ledger. */
export type Verdict = 'count' | 'review' | 'set-aside'

/** From here on a reading may enter the ledger without a look. */
export const sureFrom = 0.9
/** A paper of a kind that is not counted is put aside only when the reader holds it for more likely than not. */
const likelyFrom = 0.5

/**
 * Sales, refunds and orders that were read for certain are counted. Kitchen tickets, card slips, settlements and
 * the like are put aside, advertisements too. All else waits to be looked at: nothing is guessed.
 */
export const verdictOn = (reading: Reading): Verdict => {
  if (isCountable(reading.kind)) {
    return reading.confidence >= sureFrom && reading.total !== null ? 'count' : 'review'
  }
  if (reading.kind === 'drawer') return 'set-aside'
  if (reading.problems.includes('advertisement') || reading.problems.includes('not-a-sale'))
    return 'set-aside'
  if (reading.kind === 'unknown' || reading.kind === 'image-only') return 'review'
  return reading.confidence >= likelyFrom ? 'set-aside' : 'review'
}

/** Problems that only the ledger can see; the reader has its own. Each has its words. */
export const ledgerProblems = [
  'repeat',
  'copy',
  'maybe-repeat',
  'original-missing',
  'refund-without-sale',
] as const
export type LedgerProblem = (typeof ledgerProblems)[number]

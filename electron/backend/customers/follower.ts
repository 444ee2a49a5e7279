import type { EpochMs } from '#shared/dates.ts'
import type { Writer } from '../platform/db/statements.ts'

/**
 * Whoever keeps something for a customer that does not go along by itself: points, stamps, tiers, coupons. Called inside
 * the unit of work of the merge; what throws here undoes it. Receipts have changed hands already, both rows in `customer`
 * are there. A `LoyaltyFollower` fits.
 */
export interface CustomerFollower {
  /** All that `from` has becomes `into`'s: two entries of one person. */
  merged?(tx: Writer, from: number, into: number, mergeId: number, at: EpochMs): void
  /** Undoes `merged` as far as it is still there. */
  unmerged?(tx: Writer, from: number, into: number, mergeId: number, at: EpochMs): void
}

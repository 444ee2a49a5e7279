import type { EpochMs } from '#shared/dates.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

type ReceiptRecord = Schema['receipt']

/**
 * Whoever gives something for sales (stamps, tiers, coupons) and takes it back with them. Called inside the unit of work
 * of the sale itself, after its points: what throws here undoes the sale's attachment too. Followers are called in the
 * order in which `open-shop` names them.
 */
export interface LoyaltyFollower {
  /** The sale, with whatever refunds of it there are already, has become the customer's. */
  attached(tx: Writer, sale: ReceiptRecord, customerId: number, at: EpochMs): void
  /** The sale is nobody's again; `customerId` is whose it was. */
  detached(tx: Writer, sale: ReceiptRecord, customerId: number, at: EpochMs): void
  /**
   * A refund of the customer's sale was written, or facts of the sale or its refunds were put right: what the sale is
   * worth now is to be asked of the ledger (`remainingOf`, `linesOf`), not added up from calls.
   */
  changed(tx: Writer, sale: ReceiptRecord, customerId: number, at: EpochMs): void
  /** As `changed`, of a sale that is nobody's: for what hangs on the sale itself. */
  changedOfNobody?(tx: Writer, sale: ReceiptRecord, at: EpochMs): void
  /** All that `from` has becomes `into`'s: two entries of one person. Sales are moved by the caller. */
  merged?(tx: Writer, from: number, into: number, mergeId: number, at: EpochMs): void
  /** Undoes `merged` as far as it is still there. */
  unmerged?(tx: Writer, from: number, into: number, mergeId: number, at: EpochMs): void
}

/**
 * Whoever has to be heard before the points of a sale are counted, for what they do says how much of it gives any
 * (`leaveOut`): prepaid. Called inside the unit of work of the sale, again and again of the same one.
 */
export interface LoyaltyForerunner extends Pick<LoyaltyFollower, 'changedOfNobody' | 'merged' | 'unmerged'> {
  /** The sale has become the customer's, is about to be nobody's, or was changed as in `changed`. */
  before(
    tx: Writer,
    sale: ReceiptRecord,
    customerId: number,
    why: 'attached' | 'detached' | 'changed',
    at: EpochMs,
  ): void
}

/** Which tier of the shop somebody has on a day; 0 for none. Filled in by the feature of tiers. */
export type TierOn = (reader: Reader, customerId: number, date: string) => number

export const noTiers: TierOn = () => 0

import type { Loyalty } from '../../loyalty/loyalty.service.ts';
import type { Writer } from '../../platform/db/statements.ts';
import type { Ids } from '../../platform/ids.ts';
/** Two entries of one person become one, and can become two again. Inside the caller's unit of work. */
export interface CustomerMerging {
    /**
     * All that `gone` has becomes `kept`'s: receipts, points, stamps, coupons, consents, notes, numbers, cards, tags.
     * @returns the merge, to be undone by. Throws `customer.not-found`, `customer.same`.
     */
    merge(tx: Writer, kept: number, gone: number, at: number): number;
    /**
     * What was `gone`'s goes back to where it was; what came or was changed since stays. @returns the id that is back.
     * Throws `customer.merge-not-found` where there is no such merge, or one of the two is gone for good.
     */
    unmerge(tx: Writer, mergeId: number, at: number): number;
}
export declare const createMerging: (ids: Ids, loyalty: Pick<Loyalty, 'merge' | 'unmerge'>) => CustomerMerging;

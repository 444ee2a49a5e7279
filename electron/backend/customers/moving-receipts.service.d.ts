import type { Loyalty } from '../loyalty/loyalty.service.ts';
import type { Writer } from '../platform/db/statements.ts';
/**
 * A sale becomes somebody's, somebody else's or nobody's; points follow by entries, as far as they can. Refunds go with
 * their sale. Throws `receipt.not-found`, `receipt.not-countable` for a refund, `customer.not-found`.
 */
export declare const moveReceipt: (tx: Writer, loyalty: Pick<Loyalty, 'attach' | 'detach'>, receiptId: number, customerId: number | null, at: number) => void;

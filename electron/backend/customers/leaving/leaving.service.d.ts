import type { Loyalty } from '../../loyalty/loyalty.service.ts';
import type { Writer } from '../../platform/db/statements.ts';
import type { Ids } from '../../platform/ids.ts';
/** The two ways out, each inside the caller's unit of work. Throws `customer.not-found`. */
export interface Leaving {
    /** No consent stands any more, nothing is left to reach them by, points end; name, figures and history stay. */
    withdraw(tx: Writer, customerId: number, at: number): void;
    /**
     * The person is gone: every row with words of theirs is deleted (`secure_delete` writes over it), sales stay without
     * them, entries keep an id that is nobody's. Kept of it: that id, so that it can be done again to an older copy.
     */
    destroy(tx: Writer, customerId: number, at: number): void;
}
export declare const createLeaving: (ids: Ids, loyalty: Pick<Loyalty, 'leave'>) => Leaving;

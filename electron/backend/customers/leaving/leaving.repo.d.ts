import type { Schema } from '../../platform/db/schema.ts';
import type { Reader, Writer } from '../../platform/db/statements.ts';
/**
 * Every table with a `customer_id` that does not go with the row in `customer` by itself, and what destruction does with
 * it. A test holds this list against the ledger, so that no table is forgotten.
 * `delete`: its rows are about the person · `forget`: the row stays, without the person · `ids`: entries and sums, which
 * hold no words; the id in them is nobody's any more.
 */
export declare const personTables: {
    readonly access_entry: 'ids';
    readonly consent: 'delete';
    readonly coupon: 'ids';
    readonly coupon_entry: 'ids';
    readonly customer_day: 'ids';
    readonly customer_product_sum: 'ids';
    readonly destruction: 'ids';
    readonly import_row: 'ids';
    readonly points_action: 'ids';
    readonly points_entry: 'ids';
    readonly points_lot: 'ids';
    readonly points_notice: 'delete';
    readonly points_reason: 'delete';
    readonly points_rest: 'delete';
    readonly points_worth: 'ids';
    readonly receipt: 'forget';
    readonly segment_membership: 'ids';
    readonly slip: 'forget';
    readonly stamp_entry: 'ids';
    readonly tier_entry: 'ids';
    readonly tier_set: 'ids';
};
/** Rows that are about the person, whatever feature wrote them. */
export declare const deleteAbout: (tx: Writer, customerId: number) => void;
/** What was printed for somebody: the bytes show a name. One that still waits is never printed. */
export declare const forgetSlips: (tx: Writer, customerId: number, at: number) => void;
/** Cells of a sheet before and after they were changed. */
export declare const forgetCells: (tx: Writer, customerId: number) => void;
/** What merges remember of either of the two. */
export declare const forgetMerges: (tx: Writer, customerId: number) => void;
/** Entries of the same person that were joined to this one, and those joined to them. */
export declare const mergedInto: (reader: Reader, customerId: number) => number[];
export declare const removeCustomer: (tx: Writer, id: number) => void;
export declare const setLeft: (tx: Writer, id: number, at: number | null) => void;
/** All sales and refunds of a customer. */
export declare const receiptsOf: (reader: Reader, customerId: number) => Pick<Schema['receipt'], 'id' | 'kind' | 'business_date'>[];
export declare const disownReceipts: (tx: Writer, customerId: number) => void;
export declare const addDestruction: (tx: Writer, customerId: number, at: number) => void;
export declare const destructions: (reader: Reader) => Schema['destruction'][];
/** Those of up to a moment have left no trace any more. */
export declare const markWiped: (tx: Writer, ids: readonly number[], at: number) => void;
/** A household's name is often that of one of them. */
export declare const forgetInHousehold: (tx: Writer, householdId: number, name: string) => void;
/** Takes away what reaches somebody: numbers, address, days, cards. */
export declare const removeContact: (tx: Writer, customerId: number, at: number) => void;

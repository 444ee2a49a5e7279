import type { PlainRow } from './personal-rows.ts';
/**
 * What changes in the row of `customer` that stays: a phone where there was none, both memos, the earlier day of
 * joining; the name stays.
 */
export declare const joinedCustomer: (kept: PlainRow, gone: PlainRow) => PlainRow;
/** What was not known of the one that stays, and allergies and cautions of both: nobody may lose an allergy. */
export declare const joinedDetail: (kept: PlainRow, gone: PlainRow) => PlainRow;
/**
 * What a row gets back when the two are taken apart: each column that the merge changed and nobody has since.
 * @param now the row as it is.
 */
export declare const takenApart: (before: PlainRow, after: PlainRow, now: PlainRow) => PlainRow;

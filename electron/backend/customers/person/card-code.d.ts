/**
 * The code of a card that the shop makes itself: `29` (GS1's prefix for use within a shop), ten digits of the id, and
 * one to check by: an EAN-13 that every scanner reads and no product has.
 * @param id of anything unique; ids grow by at least one, so that ten digits come round after ten thousand million.
 */
export declare const cardCode: (id: number) => string;
/** As it is kept: what a scanner adds, blanks and case do not count. Null when that leaves nothing or no code. */
export declare const normaliseCode: (typed: string) => string | null;

import type { Reader, Writer } from '../../platform/db/statements.ts';
/** Zeros for somebody who has just joined. */
export declare const beginFigures: (tx: Writer, customerId: number) => void;
/** Counts the sums again. @returns false when there is no such customer. */
export declare const refreshSums: (tx: Writer, customerId: number) => boolean;
/** Points as kept with the figures; 0 for somebody who is not there any more. */
export declare const balanceOf: (reader: Reader, customerId: number) => number;

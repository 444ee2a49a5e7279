import type { Schema } from '../../platform/db/schema.ts';
import type { Reader, Writer } from '../../platform/db/statements.ts';
export type DetailRow = Schema['customer_detail'];
export type AnniversaryRow = Schema['customer_anniversary'];
export declare const readDetail: (reader: Reader, customerId: number) => DetailRow | undefined;
/** Changes what is given, and leaves the rest as it is. */
export declare const changeDetail: (tx: Writer, customerId: number, change: Partial<Omit<DetailRow, 'customer_id'>>) => void;
export declare const dropDetail: (tx: Writer, customerId: number) => void;
/** In the order of the year. */
export declare const anniversariesOf: (reader: Reader, customerId: number) => AnniversaryRow[];
export declare const addAnniversary: (tx: Writer, row: AnniversaryRow) => void;
/** @returns false when the customer has no such day. */
export declare const removeAnniversary: (tx: Writer, customerId: number, id: number) => boolean;

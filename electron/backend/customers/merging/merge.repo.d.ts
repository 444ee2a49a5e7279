import type { Schema } from '../../platform/db/schema.ts';
import type { Reader, Writer } from '../../platform/db/statements.ts';
import type { PersonalTable } from './personal-rows.repo.ts';
import type { PlainRow } from './personal-rows.ts';
export type MergeRow = Schema['customer_merge'];
export type Part = Schema['customer_merge_row']['part'];
export type MovedTable = Schema['customer_merge_moved']['table_name'];
/** One row that a merge remembers. */
export interface Remembered {
    readonly part: Part;
    readonly table: PersonalTable;
    readonly row: PlainRow;
}
export declare const addMerge: (tx: Writer, row: MergeRow) => void;
export declare const remember: (tx: Writer, mergeId: number, rows: readonly Remembered[]) => void;
export declare const findMerge: (reader: Reader, id: number) => MergeRow | undefined;
export declare const rememberedRows: (reader: Reader, mergeId: number) => {
    json: string;
    part: "added" | "after" | "before" | "gone";
    table_name: string;
}[];
/** What was remembered is of no more use once the two are apart again. */
export declare const endMerge: (tx: Writer, id: number, at: number) => void;
/** Ids of rows in a table that only say whose they are. */
export declare const ownRows: (reader: Reader, table: MovedTable, customerId: number) => number[];
/** Every row of a table that is one's becomes the other's, and is remembered. */
export declare const moveAll: (tx: Writer, mergeId: number, table: MovedTable, from: number, into: number) => void;
export declare const movedRows: (reader: Reader, mergeId: number, table: MovedTable) => number[];
/** @returns false where the row is gone, or somebody else's by now. */
export declare const giveBack: (tx: Writer, table: MovedTable, id: number, from: number, to: number) => boolean;
/** Whoever waits at the counter is the one who stays. */
export declare const keepWaiting: (tx: Writer, gone: number, kept: number) => void;
/** Merges into a customer that can be taken apart again, the latest first. */
export declare const mergesInto: (reader: Reader, customerId: number) => {
    id: number;
    name: string;
    at: number;
}[];

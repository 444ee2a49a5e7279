import type { BusinessDate } from '#shared/dates.ts';
import type { Schema } from '../platform/db/schema.ts';
import type { Reader, Writer } from '../platform/db/statements.ts';
export type DayRow = Schema['segment_day'];
/** Who is in a group as it was kept last, ascending. */
export declare const openMembers: (reader: Reader, segmentId: number) => number[];
/** Groups of which anything was ever kept. */
export declare const keptGroups: (reader: Reader) => number[];
export declare const enter: (tx: Writer, segmentId: number, customerIds: readonly number[], on: BusinessDate) => void;
/** Whoever came in only on this very day was never in. */
export declare const leave: (tx: Writer, segmentId: number, customerIds: readonly number[], on: BusinessDate) => void;
/** How many came in and went on a day. */
export declare const movedOn: (reader: Reader, segmentId: number, on: BusinessDate) => {
    readonly entered: number;
    readonly left: number;
};
export declare const putDays: (tx: Writer, rows: readonly DayRow[]) => void;
/** The last business day that was kept; null before the first. @param segmentId one that is always kept. */
export declare const lastKept: (reader: Reader, segmentId: number) => BusinessDate | null;
/** The day of the first receipt. */
export declare const firstDay: (reader: Reader) => BusinessDate | null;
/** Kept days of a group after a day, oldest first. */
export declare const daysAfter: (reader: Reader, segmentId: number, after: BusinessDate) => DayRow[];
/** Of each group: who came and went after a day. */
export declare const movementAfter: (reader: Reader, after: BusinessDate) => {
    segment_id: number;
    entered: number;
    left: number;
}[];
interface Someone {
    readonly customer_id: number;
    readonly name: string;
    readonly on: BusinessDate;
}
/** The latest who came in or went after a day, newest first. */
export declare const movers: (reader: Reader, segmentId: number, how: 'from_date' | 'to_date', after: BusinessDate, most: number) => Someone[];
/** Everybody who was in a group at the end of some day between two, by the group of `into` in which they are now. */
export declare const whereNow: (reader: Reader, segmentId: number, from: BusinessDate, to: BusinessDate, into: readonly number[]) => {
    segment_id: number | null;
    people: number;
}[];
export {};

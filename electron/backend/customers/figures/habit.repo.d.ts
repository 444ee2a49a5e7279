import type { Schema } from '../../platform/db/schema.ts';
import type { Reader, Writer } from '../../platform/db/statements.ts';
import type { BoughtItem } from './usual.ts';
export type HabitRow = Schema['customer_habit'];
export interface Visit {
    readonly date: string;
    /** When the first receipt of the day was issued. */
    readonly at: number;
}
/** The latest 31 business days with a sale that stands, ascending. */
export declare const latestVisits: (reader: Reader, id: number) => Visit[];
/** Items (no options, nothing free) of the latest 30 sales that stand, not before `since`. */
export declare const latelyBought: (reader: Reader, id: number, since: string) => BoughtItem[];
export declare const putHabit: (tx: Writer, row: HabitRow) => void;
export declare const readHabit: (reader: Reader, id: number) => HabitRow | undefined;
/** Customers, by id, whose habits were never counted. */
export declare const withoutHabits: (reader: Reader, after: number, limit: number) => number[];
/** From names on receipts to the names under which the shop knows those products. */
export declare const shownNames: (reader: Reader, names: readonly string[]) => Map<string, string>;

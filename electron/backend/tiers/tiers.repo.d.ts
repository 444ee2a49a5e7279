import type { Schema } from '../platform/db/schema.ts';
import type { Reader, Writer } from '../platform/db/statements.ts';
import type { BoughtDay } from './history.ts';
import type { TierPlan } from './plan.ts';
export type TierEntry = Schema['tier_entry'];
export type TierRow = Schema['customer_tier'];
export type TierSet = Schema['tier_set'];
export declare const readPlans: (reader: Reader) => TierPlan[];
export declare const tierNames: (reader: Reader) => Map<number, string>;
export declare const boughtDays: (reader: Reader, customerId: number) => BoughtDay[];
export declare const handSets: (reader: Reader, customerId: number) => TierSet[];
export declare const readRow: (reader: Reader, customerId: number) => TierRow | undefined;
export declare const putRow: (tx: Writer, value: TierRow) => void;
export declare const addEntry: (tx: Writer, entry: TierEntry) => void;
export declare const entriesOf: (reader: Reader, customerId: number, limit: number) => TierEntry[];
export declare const addTier: (tx: Writer, id: number, name: string, at: number) => void;
export declare const renameTier: (tx: Writer, id: number, name: string) => void;
export declare const addPlan: (tx: Writer, plan: TierPlan, at: number) => void;
export declare const addSet: (tx: Writer, set: TierSet, reason: string) => void;
export declare const setOfMerge: (reader: Reader, customerId: number, mergeId: number) => TierSet | undefined;
/** Customers whose tier becomes another one by itself up to that day. */
export declare const dueUpTo: (reader: Reader, date: string, limit: number) => number[];
export declare const customersAfter: (reader: Reader, after: number, limit: number) => number[];
export declare const readSweep: (reader: Reader) => Schema['tier_sweep'] | undefined;
export declare const putSweep: (tx: Writer, sweep: Omit<Schema['tier_sweep'], 'id'>) => void;
export declare const peopleByTier: (reader: Reader) => {
    tier_id: number | null;
    people: number;
}[];
/** Words about one entry of a person are about the other one now. */
export declare const handReasons: (tx: Writer, from: number, into: number) => void;
/** Words about what was set for `from` are its own again. */
export declare const takeReasonsBack: (tx: Writer, from: number, into: number) => void;

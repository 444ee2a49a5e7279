import type { Schema } from '../platform/db/schema.ts';
import type { Reader, Writer } from '../platform/db/statements.ts';
import type { StampRule } from './earning.ts';
export type StampEntry = Schema['stamp_entry'];
/** Every rule of every card. */
export declare const readRules: (reader: Reader) => StampRule[];
export declare const balanceOf: (reader: Reader, customer: number, card: number) => number;
/** Sums by card; cards without entries are missing. */
export declare const balancesOf: (reader: Reader, customer: number) => Map<number, number>;
export declare const standingOf: (reader: Reader, sale: number) => {
    card_id: number;
    stamps: number;
    rule_id: number | null;
}[];
export declare const fillingsOf: (reader: Reader, customer: number, card: number) => {
    id: number;
    stamps: number;
    coupon_id: number;
    rule_id: number | null;
}[];
export declare const addEntry: (tx: Writer, entry: StampEntry) => void;
export declare const addReason: (tx: Writer, entryId: number, customerId: number, reason: string) => void;
export declare const addCard: (tx: Writer, id: number, at: number) => void;
export declare const addRule: (tx: Writer, rule: StampRule, at: number) => void;
/** Newest first, with the reason where somebody gave one. */
export declare const latestEntries: (reader: Reader, customer: number, limit: number) => (StampEntry & {
    readonly reason: string | null;
})[];
export declare const entriesOfMerge: (reader: Reader, mergeId: number) => StampEntry[];
/** What came to `into` after an entry from what is `from`'s now: by its sales, and by its coupons that were withdrawn. */
export declare const sinceOf: (reader: Reader, asked: {
    readonly into: number;
    readonly from: number;
    readonly card: number;
    readonly afterId: number;
}) => number;
/** How many cards people are filling now, by card. */
export declare const collectorsByCard: (reader: Reader) => {
    card_id: number;
    people: number;
}[];
/** Words about one entry of a person are about the other one now. */
export declare const handReasons: (tx: Writer, from: number, into: number) => void;
/** Words about what was corrected for `from` are its own again. */
export declare const takeReasonsBack: (tx: Writer, from: number, into: number) => void;

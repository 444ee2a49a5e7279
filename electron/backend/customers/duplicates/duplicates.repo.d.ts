import type { Reader, Writer } from '../../platform/db/statements.ts';
export interface Pair {
    readonly one: number;
    readonly other: number;
}
/** People of one family name whose numbers end alike, for endings from `from` up to `before`. */
export declare const pairsByEnding: (reader: Reader, from: string, before: string) => Pair[];
/** People who have a number of somebody else's among their own. */
export declare const pairsByPhone: (reader: Reader) => Pair[];
/** People without a number, and whoever has the same name. */
export declare const pairsByName: (reader: Reader, most: number) => Pair[];
/** People of one name and one birthday. */
export declare const pairsByBirthday: (reader: Reader, most: number) => Pair[];
/** `one:other` of the pairs that somebody has called two people. */
export declare const notSamePairs: (reader: Reader) => Set<string>;
export declare const addNotSame: (tx: Writer, one: number, other: number, at: number) => void;
export interface SideRow {
    id: number;
    name: string;
    phone: string | null;
    memo: string;
    joined_on: string;
    visits: number | null;
    spend: number | null;
    points: number | null;
    last_visit: string | null;
    birth_calendar: 'solar' | 'lunar' | null;
    birth_year: number | null;
    birth_month: number | null;
    birth_day: number | null;
}
export declare const readSide: (reader: Reader, id: number) => SideRow | undefined;
export declare const countCustomers: (reader: Reader) => number;

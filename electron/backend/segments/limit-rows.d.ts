import type { PeopleLimits } from './people-limits.ts';
interface LimitRow {
    readonly business_date: string;
    readonly figure: 'recency' | 'frequency' | 'money' | 'vip';
    readonly place: number;
    readonly at_least: number;
}
/** Limits as rows, and back. */
export declare const rowsOfLimits: (limits: PeopleLimits, asOf: string) => LimitRow[];
/** @param rows of one day, each figure's in order; null for none. */
export declare const limitsOfRows: (rows: readonly LimitRow[]) => PeopleLimits | null;
export {};

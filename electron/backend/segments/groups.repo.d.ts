import type { BusinessDate, EpochMs } from '#shared/dates.ts';
import type { Schema } from '../platform/db/schema.ts';
import type { Reader, Writer } from '../platform/db/statements.ts';
export type OwnGroup = Schema['segment'];
export type LimitRow = Schema['segment_limit'];
/** Those that were taken away included: others may still be made of them. By name. */
export declare const ownGroups: (reader: Reader) => OwnGroup[];
export declare const addGroup: (tx: Writer, row: OwnGroup) => void;
export declare const changeGroup: (tx: Writer, id: number, change: Partial<Pick<OwnGroup, 'name' | 'rule' | 'removed_at'>> & {
    readonly updated_at: EpochMs;
}) => void;
/** Null as long as the shop has what it began with. */
export declare const readSettings: (reader: Reader) => string | null;
export declare const writeSettings: (tx: Writer, json: string) => void;
/** The limits of the latest day up to `asOf` of which they were kept; empty before the first. */
export declare const limitRows: (reader: Reader, asOf: BusinessDate) => LimitRow[];
export declare const putLimits: (tx: Writer, asOf: BusinessDate, rows: readonly LimitRow[]) => void;
/** What was kept by the old settings says nothing by the new ones. */
export declare const forgetLimits: (tx: Writer) => void;

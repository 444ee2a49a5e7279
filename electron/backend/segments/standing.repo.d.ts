import type { Schema } from '../platform/db/schema.ts';
import type { Reader, Writer } from '../platform/db/statements.ts';
export type StandingRow = Schema['customer_standing'];
/** Whose standing is to be counted; `known` is null for those who are gone. */
export declare const dueStandings: (reader: Reader, most: number) => {
    customer_id: number;
    known: number | null;
}[];
/** Standings of some people as they have become: who has no visit any more has none. */
export declare const putStandings: (tx: Writer, customerIds: readonly number[], rows: readonly StandingRow[]) => void;
/** After the limits have changed. */
export declare const everyStandingIsDue: (tx: Writer) => void;

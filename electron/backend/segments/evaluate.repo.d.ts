import { type RawBuilder } from 'kysely';
import type { Stage } from '#shared/contract/segment-rule.ts';
import type { Reader } from '../platform/db/statements.ts';
import type { GroupView } from './groups-sql.repo.ts';
import { type Truth } from './sum-condition.repo.ts';
/** Somebody as of an earlier day, in the order of the columns below; points are always those of now. */
export type EarlierRow = readonly [
    customerId: number,
    visits: number,
    spend: number,
    firstVisit: string | null,
    lastVisit: string | null,
    rhythmDays: number | null,
    atRiskFrom: string | null,
    lostFrom: string | null,
    returnedOn: string | null
];
/** As of when, and how those stood then who have had receipts since. */
export interface Moment {
    readonly asOf: string;
    readonly earlier: readonly EarlierRow[];
    readonly complete: boolean;
}
export declare const countPeople: (reader: Reader, truth: Truth, moment: Moment) => number;
/** Ascending. */
export declare const idsOfPeople: (reader: Reader, truth: Truth, moment: Moment) => number[];
/** Some of them, those who came last first. */
export declare const someNames: (reader: Reader, truth: Truth, moment: Moment, most: number) => string[];
/** Ids of those of whom it is true now, as a list within another query: `… IN ${membersNow(…)}`. */
export declare const membersNow: (truth: Truth, asOf: string) => RawBuilder<unknown>;
/** How many people there are of each ready group, stage and scores; one scan for all ready groups. */
export interface Census {
    readonly ready: number;
    readonly stage: Stage | null;
    readonly recency: number | null;
    readonly frequency: number | null;
    readonly money: number | null;
    readonly people: number;
}
export declare const census: (reader: Reader, view: GroupView) => Census[];

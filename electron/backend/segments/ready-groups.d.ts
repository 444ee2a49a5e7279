import { type Stage } from '#shared/contract/segment-rule.ts';
import type { SegmentSettings } from '#shared/contract/segments.ts';
import { type BusinessDate } from '#shared/dates.ts';
import { type Course } from './life-cycle.ts';
import type { PeopleLimits } from './people-limits.ts';
/** The usual four; everybody is in one of them. */
export declare const readyIds: {
    readonly vip: 1;
    readonly plain: 2;
    readonly new: 3;
    readonly dormant: 4;
};
/** 11 to 16, in the order of the contract. */
export declare const stageIds: Readonly<Record<Stage, number>>;
/** Whoever has come and fits no box. Boxes have ids of their own from 21 on. */
export declare const noBoxId = 20;
/** Groups of the owner's own have ids as all rows have; those below are ready. */
export declare const firstOwnId = 1000;
export declare const stageOfId: (segmentId: number) => Stage | null;
/** Everything of somebody that ready groups ask for, as of a day. */
export interface Guest extends Course {
    readonly spend: number;
    readonly joinedOn: BusinessDate;
}
/** 휴면 before 신규 before 우수; who is none of them is 일반. */
export declare const readyIdOf: (guest: Guest, asOf: BusinessDate, settings: SegmentSettings, limits: Pick<PeopleLimits, 'vip'>) => number;
/** The ready groups that somebody is in. */
export declare const readyIdsOf: (guest: Guest, asOf: BusinessDate, settings: SegmentSettings, limits: PeopleLimits) => number[];

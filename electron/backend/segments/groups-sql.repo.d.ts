import { type RawBuilder } from 'kysely';
import type { Stage } from '#shared/contract/segment-rule.ts';
import type { SegmentSettings } from '#shared/contract/segments.ts';
import { type BusinessDate } from '#shared/dates.ts';
import type { PeopleLimits } from './people-limits.ts';
import { type Truth } from './sum-condition.repo.ts';
/** What the ready groups are measured by, and as of when. */
export interface GroupView {
    readonly asOf: BusinessDate;
    readonly settings: SegmentSettings;
    readonly limits: PeopleLimits;
}
/** The stage of each, as `stageOf` in `life-cycle.ts` says it; null for who never came. */
export declare const stageSql: ({ asOf, settings }: GroupView) => RawBuilder<unknown>;
export declare const inStages: (stages: readonly Stage[], view: GroupView) => Truth;
/** As `readyIdOf` in `ready-groups.ts`. */
export declare const readySql: ({ asOf, settings, limits }: GroupView) => RawBuilder<unknown>;
type ScoreName = 'recency' | 'frequency' | 'money';
/** 1 to 5, as `scoresOf` in `rfm.ts`; null for who never came. */
export declare const scoreSql: (of: ScoreName, { asOf, limits }: GroupView) => RawBuilder<unknown>;
export declare const inScores: (of: ScoreName, from: number, to: number, view: GroupView) => Truth;
/** Whether somebody is in one of the ready groups; nobody is in one that there is not. */
export declare const inReadyGroup: (segmentId: number, view: GroupView) => Truth;
export declare const truthOf: (parts: readonly Truth[], how: 'all' | 'any') => Truth;
export {};

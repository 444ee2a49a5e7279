import type { Stage } from '#shared/contract/segment-rule.ts';
import type { SegmentSettings } from '#shared/contract/segments.ts';
import { type BusinessDate } from '#shared/dates.ts';
type Limits = Pick<SegmentSettings, 'newDays' | 'plainDays' | 'leastDays' | 'riskTimes' | 'lostTimes'>;
/** What somebody's visits say about when they will be missed; true from the last visit on until the next. */
export interface Standing {
    /** Days between visits by the median of the last two hundred; null under three visits. */
    readonly rhythmDays: number | null;
    /** The day on which being away becomes a sign of leaving. */
    readonly atRiskFrom: BusinessDate;
    readonly lostFrom: BusinessDate;
    /** The latest visit that ended an absence beyond the limit of its time. */
    readonly returnedOn: BusinessDate | null;
}
/** The figures that a stage hangs on, as of a day. */
export interface Course {
    readonly visits: number;
    readonly firstVisit: BusinessDate | null;
    readonly lastVisit: BusinessDate | null;
    readonly atRiskFrom: BusinessDate | null;
    readonly lostFrom: BusinessDate | null;
    readonly returnedOn: BusinessDate | null;
}
/** Days between visits by the median; null under three visits. @param visits distinct days, ascending. */
export declare const rhythmDaysOf: (visits: readonly BusinessDate[]) => number | null;
/** After how many days away somebody with this rhythm is at risk, and lost. Without a rhythm the shop's plain limit. */
export declare const absenceLimits: (rhythmDays: number | null, limits: Limits) => {
    risk: number;
    lost: number;
};
/** @param visits distinct business days, ascending; null where there are none. */
export declare const standingOf: (visits: readonly BusinessDate[], limits: Limits) => Standing | null;
/**
 * 신규, 성장, 단골, 이탈 징후, 이탈, 복귀: the first in this order that holds is told last. Null for who never came.
 * @param asOf the business day at whose end it is asked; no visit of the course lies after it.
 */
export declare const stageOf: (one: Course, asOf: BusinessDate, settings: Pick<SegmentSettings, 'newDays' | 'regularVisits'>) => Stage | null;
export {};

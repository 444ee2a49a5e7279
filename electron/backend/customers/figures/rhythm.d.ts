import { type BusinessDate } from '#shared/dates.ts';
/** How often somebody comes: days between visits, their median and quartiles. */
export interface Rhythm {
    readonly days: number;
    readonly low: number;
    readonly high: number;
}
/** @param visits distinct business days, ascending. Null under three visits. */
export declare const rhythmOf: (visits: readonly BusinessDate[]) => Rhythm | null;
export type Timing = 'early' | 'usual' | 'late';
/**
 * A day against somebody's own rhythm. Within a third of the rhythm (at least a day) and within their own spread is
 * usual. Null without a rhythm or an earlier visit.
 * @param visits ascending; the day's own visit may be among them.
 */
export declare const timingOf: (rhythm: Rhythm | null, visits: readonly BusinessDate[], today: BusinessDate) => Timing | null;
export interface DayRange {
    readonly from: BusinessDate;
    readonly to: BusinessDate;
}
/** When the next visit is likely: half of all intervals so far ended in there. At least the day after the last one. */
export declare const nextVisit: (rhythm: Rhythm | null, last: BusinessDate | null) => DayRange | null;

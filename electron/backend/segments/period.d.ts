import type { Period } from '#shared/contract/segment-rule.ts';
import { type BusinessDate } from '#shared/dates.ts';
export interface Days {
    readonly from: BusinessDate;
    /** Included. */
    readonly to: BusinessDate;
}
/** The days of a period, seen from a day. A month or year of the calendar is whole, also what of it is still to come. */
export declare const daysOf: (period: Period, asOf: BusinessDate) => Days;
/** Full months, and the days before and after them that are no full month. */
export interface MonthsAndDays {
    /** `202611`; null where no month is whole. */
    readonly months: {
        readonly from: number;
        readonly to: number;
    } | null;
    readonly edges: readonly Days[];
}
/** Splits days, so that sums kept by month can be used for all but the edges. @param open no day after it has anything. */
export declare const monthsAndDays: ({ from, to }: Days, open: BusinessDate) => MonthsAndDays;

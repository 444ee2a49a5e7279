import type { Condition } from '#shared/contract/segment-rule.ts';
import type { BusinessDate } from '#shared/dates.ts';
import { type Truth } from './sum-condition.repo.ts';
/**
 * Pieces or won of some goods: whole months from the sums by month, the days around them from the lines.
 * @param complete whether nothing lies after the day as of which is asked.
 */
export declare const boughtSql: ({ what, count, period, at, value }: Extract<Condition, {
    is: 'bought';
}>, asOf: BusinessDate, complete: boolean) => Truth;

import { type BusinessDate } from '#shared/dates.ts';
/**
 * The business days of which membership is still to be kept, oldest first. What was missed is caught up day by day; of
 * long ago only the ends of months.
 * @param keptTo the last day that was kept; null before the first. @param firstDay of the first receipt.
 * @param until the last business day that is over.
 */
export declare const daysToKeep: (keptTo: BusinessDate | null, firstDay: BusinessDate | null, until: BusinessDate) => BusinessDate[];

import { type BusinessDate } from '#shared/dates.ts';
/** A day of the year as birthdays have it: in one of the two calendars, in a leap month (윤달) or not. */
export interface YearDay {
    readonly calendar: 'solar' | 'lunar';
    readonly month: number;
    readonly day: number;
    readonly leap: boolean;
}
/**
 * What is kept on the days from one on. A day that a year or month has not got is kept on the one before: 29 February
 * on the 28th, the 30th of a short lunar month on the 29th; a leap month that a year has not got in the month itself.
 */
export declare const occasionDays: (from: BusinessDate, withinDays: number) => YearDay[];

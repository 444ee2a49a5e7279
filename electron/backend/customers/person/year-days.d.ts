import type { CallOutput } from '#shared/contract/index.ts';
import type { BusinessDate } from '#shared/dates.ts';
import { type YearDay } from '../../coupons/year-day.ts';
export type KeptDay = NonNullable<CallOutput<'customers.page'>['birthday']>;
/** Days that no calendar has: 31 April, 30 February, a lunar month of 31 days, a leap month of the sun. */
export declare const isDay: ({ calendar, year, month, day, leap }: KeptDay) => boolean;
/** When it is kept next; null where the calendar's tables end. */
export declare const nextDay: (day: YearDay, today: BusinessDate) => BusinessDate | null;

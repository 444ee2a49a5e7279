import { type RawBuilder } from 'kysely';
import type { Condition } from '#shared/contract/segment-rule.ts';
import { type BusinessDate } from '#shared/dates.ts';
import { type Days } from './period.ts';
import { type Truth } from './sum-condition.repo.ts';
type Of<K extends Condition['is']> = Extract<Condition, {
    is: K;
}>;
export declare const figureSql: ({ of, at, value }: Of<'figure'>, asOf: BusinessDate) => Truth;
/** From the days of customers, which are kept with every receipt. */
export declare const duringSql: ({ of, period, at, value }: Of<'during'>, asOf: BusinessDate) => Truth;
/** What comes after the day as of which is asked has not happened. */
export declare const upTo: ({ from, to }: Days, asOf: BusinessDate) => Days;
export declare const dateSql: ({ of, when, period }: Of<'date'>, asOf: BusinessDate) => Truth;
export declare const dayIs: (column: RawBuilder<unknown>, when: 'in' | 'before' | 'after', { from, to }: Days) => Truth;
/** Visits by weekday and hour are in no sum: they are read from the receipts, of which an index has all that is asked. */
export declare const timeSql: ({ weekdays, fromHour, toHour, period, value }: Of<'time'>, asOf: BusinessDate) => Truth;
/** Of receipts: what was given back whole is no visit. Few are, so they are listed once. */
export declare const standing: RawBuilder<unknown>;
export {};

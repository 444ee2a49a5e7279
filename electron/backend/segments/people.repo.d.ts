import type { BusinessDate } from '#shared/dates.ts';
import type { Reader } from '../platform/db/statements.ts';
/** Somebody as they stand now. */
export interface PersonRow {
    readonly customer_id: number;
    readonly joined_on: BusinessDate;
    readonly visits: number;
    readonly spend: number;
    readonly first_visit: BusinessDate | null;
    readonly last_visit: BusinessDate | null;
    readonly at_risk_from: BusinessDate | null;
    readonly lost_from: BusinessDate | null;
    readonly returned_on: BusinessDate | null;
}
/** The next so many people by id, without those who have left. */
export declare const peopleAfter: (reader: Reader, after: number, most: number) => PersonRow[];
/** What limits are made of, of everybody. */
export declare const spenders: (reader: Reader) => {
    visits: number;
    spend: number;
    lastVisit: string;
}[];
/** Customers with a receipt after a day: how they stood then is not what their figures say now. */
export declare const changedSince: (reader: Reader, day: number) => number[];
/** Their receipts up to a day, as visits (a day on which a sale was not given back whole) and won. */
export declare const coursesOf: (reader: Reader, customerIds: readonly number[], upTo: BusinessDate) => Map<number, {
    readonly visits: BusinessDate[];
    spend: number;
}>;

import { type BusinessDate } from '#shared/dates.ts';
import { type DayRange } from './rhythm.ts';
import type { BoughtItem } from './usual.ts';
/** Something that somebody has done or buys again and again after weeks: a cut, a colour, a filter, a bag of rice. */
export interface ItemRhythm extends DayRange {
    readonly name: string;
    readonly everyDays: number;
    readonly last: BusinessDate;
}
/**
 * Items bought on three days or more, weeks apart and about as far apart each time (half of the intervals within half
 * of the median); the one that is due first comes first. What is overdue by more than its own rhythm has been given up.
 */
export declare const itemRhythms: (items: readonly BoughtItem[], today: BusinessDate) => ItemRhythm[];

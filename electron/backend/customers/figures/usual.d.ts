import { type BusinessDate } from '#shared/dates.ts';
export interface BoughtItem {
    readonly name: string;
    readonly quantity: number;
    readonly date: BusinessDate;
}
export interface UsualItem {
    readonly name: string;
    /** How often it was bought at all, pieces. */
    readonly times: number;
}
/**
 * The usual order: each purchase counts the less the longer ago it was; most usual first. What was bought only once
 * is no habit as long as there is something that was bought more often.
 * @param today or any day after all of them: it changes all weights alike and so no order.
 */
export declare const usualOrder: (items: readonly BoughtItem[], today: BusinessDate, most?: number) => UsualItem[];
/**
 * Items under the names that the shop has given to their products; those that have become one thing are counted
 * together, in the place of the first.
 * @param shown from the name on the receipt to the product's; a name that is not there stays as it is.
 */
export declare const joinNames: (items: readonly UsualItem[], shown: ReadonlyMap<string, string>) => UsualItem[];

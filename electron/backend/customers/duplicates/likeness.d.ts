import type { CallOutput } from '#shared/contract/index.ts';
export type SameReason = CallOutput<'customers.duplicates'>['pairs'][number]['because'][number];
/** What is compared of somebody. */
export interface Likeable {
    readonly name: string;
    /** All their numbers, digits. */
    readonly phones: readonly string[];
    /** Null where it is not known. */
    readonly birthday: Birthday | null;
}
export interface Birthday {
    readonly year: number | null;
    /** Calendar, month and day as one text. */
    readonly day: string;
}
export interface Likeness {
    /** 0 to 100. */
    readonly score: number;
    readonly because: readonly SameReason[];
}
/** From here on a pair is worth a person's look. */
export declare const worthAsking = 50;
/**
 * How likely two entries are one person. The same number, or the same last four digits with the same or nearly the same
 * name, are enough to ask; a common name alone is not, unless one of them has no number at all.
 */
export declare const likeness: (one: Likeable, other: Likeable) => Likeness;

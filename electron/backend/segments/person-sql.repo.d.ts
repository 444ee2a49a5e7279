import type { Condition } from '#shared/contract/segment-rule.ts';
import type { BusinessDate } from '#shared/dates.ts';
import { type Truth } from './sum-condition.repo.ts';
type Of<K extends Condition['is']> = Extract<Condition, {
    is: K;
}>;
/** The last word counts. */
export declare const consentSql: ({ of, given }: Of<'consent'>) => Truth;
export declare const tagSql: ({ tagId }: Of<'tag'>) => Truth;
export declare const tierSql: ({ tierId }: Of<'tier'>) => Truth;
export declare const genderSql: ({ of }: Of<'gender'>) => Truth;
export declare const textSql: ({ of, contains }: Of<'text'>) => Truth;
/** A field that was put away still has its values. */
export declare const fieldSql: ({ fieldId, test }: Of<'field'>, asOf: BusinessDate) => Truth;
export declare const occasionSql: ({ of, withinDays }: Of<'occasion'>, asOf: BusinessDate) => Truth;
export {};

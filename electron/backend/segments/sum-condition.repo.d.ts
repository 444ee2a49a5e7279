import { type RawBuilder, type SqlBool } from 'kysely';
export type Truth = RawBuilder<SqlBool>;
export declare const everybody: Truth;
export declare const nobody: Truth;
/** Never null, so that "not" turns it round. */
export declare const surely: (truth: Truth) => Truth;
export declare const atLeastOrMost: (value: RawBuilder<unknown>, at: 'least' | 'most', limit: number) => Truth;
/**
 * Whether a sum over rows of customers reaches a limit, where somebody without rows has 0: asked the way round in which
 * those without rows need not be listed.
 * @param rows gives `customer_id`, and what `sum` adds up.
 */
export declare const sumCondition: (rows: RawBuilder<unknown>, sum: RawBuilder<unknown>, at: 'least' | 'most', limit: number) => Truth;
/** Text anywhere in a column, whatever signs are in it. */
export declare const containsText: (column: RawBuilder<unknown>, text: string) => Truth;

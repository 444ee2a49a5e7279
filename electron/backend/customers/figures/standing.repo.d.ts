import { type RawBuilder, type SqlBool } from 'kysely';
/** Sales of a customer that were not given back whole: a condition on the rows of `receipt`. */
export declare const standing: (customerId: RawBuilder<number>) => RawBuilder<SqlBool>;

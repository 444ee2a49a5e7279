import type { CallOutput } from '#shared/contract/index.ts';
import type { Reader } from '../../platform/db/statements.ts';
type Found = CallOutput<'customers.duplicates'>;
/**
 * Looks for entries that may be one person, in small pieces: the counter goes on in between.
 * Nothing is kept of it but what people said (`customer_not_same`).
 */
export declare const findDuplicates: (reader: Reader) => Promise<Found>;
export {};

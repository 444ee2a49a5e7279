import type { CallOutput } from '#shared/contract/index.ts';
import type { Reader } from '../../platform/db/statements.ts';
type Match = CallOutput<'customers.search'>[number];
/**
 * At most 20 customers for what was typed: last four digits, any part of a phone, initials, name, and after those a tag or
 * something in a memo; or the one whose card it is. Best first.
 */
export declare const searchCustomers: (reader: Reader, typed: string) => Match[];
export {};

import type { CallOutput } from '#shared/contract/index.ts';
import type { BusinessDate } from '#shared/dates.ts';
import type { Reader } from '../platform/db/statements.ts';
import { type CustomerRow } from './customers.repo.ts';
type Page = CallOutput<'customers.page'>;
/** Everything of one person. @param whole whether numbers are shown whole. */
export declare const pageOf: (reader: Reader, row: CustomerRow, today: BusinessDate, whole: boolean) => Page;
export {};

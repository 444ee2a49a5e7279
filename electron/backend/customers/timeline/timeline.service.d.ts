import type { CallOutput, CallParsed } from '#shared/contract/index.ts';
import type { Reader } from '../../platform/db/statements.ts';
import type { CustomerRow } from '../customers.repo.ts';
type Timeline = CallOutput<'customers.timeline'>;
/** Everything that happened with somebody, newest first, a page at a time. */
export declare const timelineOf: (reader: Reader, customer: CustomerRow, { before, kinds }: Pick<CallParsed<'customers.timeline'>, 'before' | 'kinds'>) => Timeline;
export {};

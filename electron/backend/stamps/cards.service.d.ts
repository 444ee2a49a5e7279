import type { CallOutput } from '#shared/contract/index.ts';
import type { EpochMs } from '#shared/dates.ts';
import type { Reader } from '../platform/db/statements.ts';
/** Cards that are in use, and others on which something lies of somebody's. */
export declare const cardsOf: (reader: Reader, customerId: number, receiptId: number | null, at: EpochMs) => CallOutput<'stamps.ofCustomer'>;

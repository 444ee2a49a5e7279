import type { CallOutput } from '#shared/contract/index.ts';
import type { EpochMs } from '#shared/dates.ts';
import type { Reader } from '../platform/db/statements.ts';
import type { TierKeeping } from './keeping.service.ts';
/** Where somebody stands, by the tiers' names; null where the shop has none. */
export declare const tierInWords: (reader: Reader, keeping: Pick<TierKeeping, 'standing'>, customerId: number, at: EpochMs) => CallOutput<'tiers.ofCustomer'>;

import type { EpochMs } from '#shared/dates.ts';
import type { Reader } from '../platform/db/statements.ts';
import type { SlipRow } from '../slips/slip.ts';
import type { TierKeeping } from '../tiers/keeping.service.ts';
export type SlipRows = (reader: Reader, customerId: number, at: EpochMs) => SlipRow[];
/** What a slip says beside the points: stamps, the tier and what is missing to the next, coupons. Korean, as the paper. */
export declare const createSlipRows: (keeping: Pick<TierKeeping, 'standing'>) => SlipRows;

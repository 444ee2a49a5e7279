import type { SegmentSettings } from '#shared/contract/segments.ts';
import type { BusinessDate } from '#shared/dates.ts';
import { type RfmLimits } from './rfm.ts';
/** What the ready groups measure by, once everybody has been looked at. */
export interface PeopleLimits extends RfmLimits {
    /** Won from which on somebody is 우수. */
    readonly vip: number;
}
export interface Spender {
    readonly visits: number;
    readonly spend: number;
    readonly lastVisit: BusinessDate | null;
}
/** @param people everybody who has a customer's row; only those who ever came count. */
export declare const limitsOf: (people: readonly Spender[], asOf: BusinessDate, settings: SegmentSettings) => PeopleLimits;

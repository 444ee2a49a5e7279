import type { SegmentSettings } from '#shared/contract/segments.ts';
import type { Reader, UnitOfWork } from '../platform/db/statements.ts';
/** Keeps everybody's standing up with their figures; triggers say whose is due. */
export interface Standings {
    /** All that are due, in pieces; resolves when none is. */
    freshen(): Promise<void>;
    /** One piece at once. @returns whether it was the last. */
    piece(): boolean;
}
export declare const createStandings: (reader: Reader, unit: UnitOfWork, settings: () => SegmentSettings) => Standings;

import type { SegmentSettings } from '#shared/contract/segments.ts';
import type { BusinessDate } from '#shared/dates.ts';
import type { Reader } from '../platform/db/statements.ts';
import type { Moment } from './evaluate.repo.ts';
/**
 * The shop at the end of a business day: those who have had receipts since are counted from their receipts up to then,
 * in pieces. What the shop knows of a person (tags, consents, points, fields) is always as it is now.
 */
export declare const momentAt: (reader: Reader, settings: SegmentSettings, asOf: BusinessDate) => Promise<Moment>;

import { type Rule } from '#shared/contract/segment-rule.ts';
import { type SegmentSettings } from '#shared/contract/segments.ts';
import type { BusinessDate } from '#shared/dates.ts';
import type { Reader } from '../platform/db/statements.ts';
import type { RuleView } from './rule-sql.repo.ts';
/** What rules are seen by: the settings, the limits that come of everybody, the owner's own groups. */
export interface Views {
    settings(): SegmentSettings;
    /** @param complete whether nothing in the ledger lies after that day. */
    at(asOf: BusinessDate, complete: boolean): RuleView;
    /** After settings or limits were written. */
    forget(): void;
}
export declare const createViews: (reader: Reader) => Views;
/** What a later program wrote and this one does not know is nobody, rather than everybody. */
export declare const storedRule: (json: string) => Rule;

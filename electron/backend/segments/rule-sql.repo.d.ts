import type { Rule } from '#shared/contract/segment-rule.ts';
import { type GroupView } from './groups-sql.repo.ts';
import type { Truth } from './sum-condition.repo.ts';
export interface RuleView extends GroupView {
    /** Whether nothing in the ledger lies after the day as of which is asked. */
    readonly complete: boolean;
    /** The owner's own groups, those that were taken away included. */
    readonly rules: ReadonlyMap<number, Rule>;
}
/**
 * A rule as SQL over `customer_figures AS f`, their `customer_standing AS s` and `customer AS c`. Never null.
 * @param within the own groups that are being looked into, outermost first.
 * @throws DangolError `segment.circular` when a group would have to know itself.
 */
export declare const ruleSql: (rule: Rule, view: RuleView, within?: readonly number[]) => Truth;

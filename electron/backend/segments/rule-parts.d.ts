import type { Rule } from '#shared/contract/segment-rule.ts';
/** The groups that a rule names. */
export declare const groupsIn: (rule: Rule) => number[];

import type { Rule } from '#shared/contract/segment-rule.ts'
import type { SegmentSettings } from '#shared/contract/segments.ts'
import type { BusinessDate } from '#shared/dates.ts'
import type { Reader } from '../platform/db/statements.ts'
import { census, countAndNames, countPeople, idsOfPeople } from './evaluate.repo.ts'
import type { Census, GroupView, Moment, RuleView } from './heavy.ts'
import { spenders } from './people.repo.ts'
import { limitsOf, type PeopleLimits } from './people-limits.ts'
import { ruleSql } from './rule-sql.repo.ts'

// What a thread of its own reads, so that a rule over all customers does not make the counter wait. Values in and out
// can be cloned.

/** How many a rule finds, and some of them by name, those who came last first. */
export const segmentCount = (
  reader: Reader,
  rule: Rule,
  view: RuleView,
  moment: Moment,
  names: number,
): { count: number; some: string[] } => {
  const truth = ruleSql(rule, view)
  return names === 0
    ? { count: countPeople(reader, truth, moment), some: [] }
    : countAndNames(reader, truth, moment, names)
}

/** Ascending. @param within the own groups that the rule is of. */
export const segmentMembers = (
  reader: Reader,
  rule: Rule,
  view: RuleView,
  moment: Moment,
  within: readonly number[],
): number[] => idsOfPeople(reader, ruleSql(rule, view, within), moment, view.among)

export const segmentCensus = (reader: Reader, view: GroupView): Census[] => census(reader, view)

/** The limits that come of everybody as they stand now. */
export const segmentLimits = (reader: Reader, asOf: BusinessDate, settings: SegmentSettings): PeopleLimits =>
  limitsOf(spenders(reader), asOf, settings)

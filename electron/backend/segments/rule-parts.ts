import type { Rule } from '#shared/contract/segment-rule.ts'

/** The groups that a rule names. */
export const groupsIn = (rule: Rule): number[] => {
  if ('all' in rule) return rule.all.flatMap(groupsIn)
  if ('any' in rule) return rule.any.flatMap(groupsIn)
  if ('not' in rule) return groupsIn(rule.not)
  return rule.is === 'member' ? [rule.segmentId] : []
}

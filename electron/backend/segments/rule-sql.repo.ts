import { sql } from 'kysely'
import type { Condition, Rule } from '#shared/contract/segment-rule.ts'
import { DangolError } from '#shared/errors.ts'
import { boughtSql } from './bought-sql.repo.ts'
import { dateSql, duringSql, figureSql, timeSql } from './figures-sql.repo.ts'
import { inReadyGroup, inScores, inStages, truthOf } from './groups-sql.repo.ts'
import type { RuleView } from './heavy.ts'
import { consentSql, fieldSql, genderSql, occasionSql, tagSql, textSql, tierSql } from './person-sql.repo.ts'
import { firstOwnId } from './ready-groups.ts'
import type { Truth } from './sum-condition.repo.ts'

/**
 * A rule as SQL over `customer_figures AS f`, their `customer_standing AS s` and `customer AS c`. Never null.
 * @param within the own groups that are being looked into, outermost first.
 * @throws DangolError `segment.circular` when a group would have to know itself.
 */
export const ruleSql = (rule: Rule, view: RuleView, within: readonly number[] = []): Truth => {
  if ('all' in rule)
    return truthOf(
      rule.all.map((part) => ruleSql(part, view, within)),
      'all',
    )
  if ('any' in rule)
    return truthOf(
      rule.any.map((part) => ruleSql(part, view, within)),
      'any',
    )
  if ('not' in rule) return sql`(NOT ${ruleSql(rule.not, view, within)})`
  if (rule.is === 'member') return memberSql(rule.segmentId, view, within)
  return conditionSql(rule, view)
}

const memberSql = (segmentId: number, view: RuleView, within: readonly number[]): Truth => {
  if (segmentId < firstOwnId) return inReadyGroup(segmentId, view)
  if (within.includes(segmentId)) throw new DangolError('segment.circular')
  const rule = view.rules.get(segmentId)
  if (rule === undefined) throw new DangolError('segment.not-found')
  return ruleSql(rule, view, [...within, segmentId])
}

const conditionSql = (one: Exclude<Condition, { is: 'member' }>, view: RuleView): Truth => {
  const { asOf } = view
  switch (one.is) {
    case 'figure':
      return figureSql(one, asOf)
    case 'during':
      return duringSql(one, asOf, view.among)
    case 'date':
      return dateSql(one, asOf)
    case 'time':
      return timeSql(one, asOf, view.among)
    case 'bought':
      return boughtSql(one, view)
    case 'stage':
      return inStages(one.stages, view)
    case 'score':
      return inScores(one.of, one.from, one.to, view)
    case 'consent':
      return consentSql(one)
    case 'tag':
      return tagSql(one)
    case 'tier':
      return tierSql(one)
    case 'gender':
      return genderSql(one)
    case 'occasion':
      return occasionSql(one, asOf)
    case 'text':
      return textSql(one)
  }
  return fieldSql(one, asOf)
}

import { type SqlBool, sql } from 'kysely'
import type { Condition } from '#shared/contract/segment-rule.ts'
import type { BusinessDate } from '#shared/dates.ts'
import { dayIs } from './figures-sql.repo.ts'
import { occasionDays } from './occasion-days.ts'
import { daysOf } from './period.ts'
import { atLeastOrMost, containsText, type Truth } from './sum-condition.repo.ts'

type Of<K extends Condition['is']> = Extract<Condition, { is: K }>

/** The last word counts. */
export const consentSql = ({ of, given }: Of<'consent'>): Truth => {
  const gave = sql<SqlBool>`f.customer_id IN (
    SELECT customer_id FROM (
      SELECT customer_id, given, max(at) FROM consent
      WHERE wording_id IN (SELECT id FROM consent_wording WHERE kind = ${of}) GROUP BY customer_id)
    WHERE given = 1)`
  return given ? gave : sql<SqlBool>`NOT ${gave}`
}

export const tagSql = ({ tagId }: Of<'tag'>): Truth =>
  sql<SqlBool>`f.customer_id IN (SELECT customer_id FROM customer_tag WHERE tag_id = ${tagId})`

export const tierSql = ({ tierId }: Of<'tier'>): Truth =>
  sql<SqlBool>`f.customer_id IN (SELECT customer_id FROM customer_tier WHERE tier_id = ${tierId})`

export const genderSql = ({ of }: Of<'gender'>): Truth =>
  sql<SqlBool>`f.customer_id IN (SELECT customer_id FROM customer_detail WHERE gender = ${of})`

const detailColumns = {
  address: sql`address`,
  foundBy: sql`found_by`,
  allergies: sql`allergies`,
  cautions: sql`cautions`,
} as const

export const textSql = ({ of, contains }: Of<'text'>): Truth => {
  if (of === 'phone') {
    const digits = contains.replace(/\D/g, '')
    return digits === '' ? sql<SqlBool>`0` : containsText(sql`c.phone`, digits)
  }
  if (of === 'name' || of === 'memo') return containsText(of === 'name' ? sql`c.name` : sql`c.memo`, contains)
  return sql<SqlBool>`f.customer_id IN (
    SELECT customer_id FROM customer_detail WHERE ${containsText(detailColumns[of], contains)})`
}

/** A field that was put away still has its values. */
export const fieldSql = ({ fieldId, test }: Of<'field'>, asOf: BusinessDate): Truth => {
  const holds = (): Truth => {
    if (test.kind === 'filled') return sql<SqlBool>`1`
    if (test.kind === 'text') return containsText(sql`text`, test.contains)
    if (test.kind === 'choice') return sql<SqlBool>`text = ${test.name}`
    if (test.kind === 'number') return atLeastOrMost(sql`number`, test.at, test.value)
    return dayIs(sql`text`, test.when, daysOf(test.period, asOf))
  }
  return sql<SqlBool>`f.customer_id IN (
    SELECT customer_id FROM customer_field_value WHERE field_id = ${fieldId} AND ${holds()})`
}

export const occasionSql = ({ of, withinDays }: Of<'occasion'>, asOf: BusinessDate): Truth => {
  const days = occasionDays(asOf, withinDays).map(
    ({ calendar, month, day, leap }) => sql`(${calendar}, ${month}, ${day}, ${leap ? 1 : 0})`,
  )
  const kept =
    of === 'birthday'
      ? sql`customer_detail WHERE (birth_calendar, birth_month, birth_day, birth_leap)`
      : sql`customer_anniversary WHERE (calendar, month, day, leap)`
  return sql<SqlBool>`f.customer_id IN (SELECT customer_id FROM ${kept} IN (VALUES ${sql.join(days)}))`
}

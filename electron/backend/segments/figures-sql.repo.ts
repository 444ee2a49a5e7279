import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Condition } from '#shared/contract/segment-rule.ts'
import { addDays, type BusinessDate, daysBetween } from '#shared/dates.ts'
import { dayPeriod } from '../analytics/shares/periods.ts'
import type { Among } from './heavy.ts'
import { type Days, daysOf } from './period.ts'
import { andAmong, atLeastOrMost, sumCondition, surely, type Truth } from './sum-condition.repo.ts'

type Of<K extends Condition['is']> = Extract<Condition, { is: K }>

/** No shop has figures of longer ago; further back a day would leave the calendar. */
const longAgo = 40_000

const figureColumns = {
  visits: sql`f.visits`,
  spend: sql`f.spend`,
  points: sql`f.points`,
  rhythm: sql`s.rhythm_days`,
} as const

export const figureSql = ({ of, at, value }: Of<'figure'>, asOf: BusinessDate): Truth => {
  if (of === 'average') return averageSql(sql`f.visits`, sql`f.spend`, at, value)
  if (of !== 'away') return atLeastOrMost(figureColumns[of], at, value)
  const limit = addDays(asOf, -Math.min(value, longAgo))
  return surely(
    at === 'least' ? sql<SqlBool>`f.last_visit <= ${limit}` : sql<SqlBool>`f.last_visit >= ${limit}`,
  )
}

/** Won a visit, without dividing. Who never came has no average. */
const averageSql = (
  visits: RawBuilder<unknown>,
  spend: RawBuilder<unknown>,
  at: 'least' | 'most',
  value: number,
): Truth =>
  at === 'least'
    ? sql<SqlBool>`(${visits} > 0 AND ${spend} >= ${value} * ${visits})`
    : sql<SqlBool>`(${visits} > 0 AND ${spend} <= ${value} * ${visits})`

/** From the days of customers, which are kept with every receipt. */
export const duringSql = (
  { of, period, at, value }: Of<'during'>,
  asOf: BusinessDate,
  among?: Among,
): Truth => {
  const days = upTo(daysOf(period, asOf), asOf)
  if (of === 'visits' && value > 0 && isLong(days)) return visitsOften(days, at, value)
  const rows = customerDays(days, among)
  if (of === 'visits') return sumCondition(rows, sql`sum(visit)`, at, value)
  if (of === 'spend') return sumCondition(rows, sql`sum(net)`, at, value)
  const average = averageSql(sql`sum(visit)`, sql`sum(net)`, at, value)
  return sql<SqlBool>`f.customer_id IN (SELECT customer_id FROM (${rows}) GROUP BY customer_id HAVING ${average})`
}

/** Up to here reading by the day is quicker than reading customer by customer. */
const shortDays = 400

/**
 * Visits of a long period, customer by customer: whoever has not come as often at all is not looked up, and of the
 * others no more days are read than decide it.
 */
const visitsOften = ({ from, to }: Days, at: 'least' | 'most', limit: number): Truth => {
  const often = at === 'least' ? limit : limit + 1
  const reached = sql<SqlBool>`(f.visits >= ${often} AND EXISTS (SELECT 1 FROM customer_day AS d
    WHERE d.customer_id = f.customer_id AND d.day BETWEEN ${dayPeriod(from)} AND ${dayPeriod(to)} AND d.visit > 0
    LIMIT 1 OFFSET ${often - 1}))`
  return at === 'least' ? surely(reached) : sql<SqlBool>`(${reached}) IS NOT TRUE`
}

/** What comes after the day as of which is asked has not happened. */
export const upTo = ({ from, to }: Days, asOf: BusinessDate): Days => ({ from, to: to < asOf ? to : asOf })

/** Short periods by their days; long ones in the order of customers, for which the plus hides the days from the planner. */
const customerDays = ({ from, to }: Days, among: Among | undefined) => {
  const day = isLong({ from, to }) ? sql`+day` : sql`day`
  return sql`SELECT customer_id, visit, net FROM customer_day
    WHERE ${day} BETWEEN ${dayPeriod(from)} AND ${dayPeriod(to)}${andAmong(sql`customer_id`, among)}`
}

const isLong = ({ from, to }: Days): boolean => from <= to && daysBetween(from, to) > shortDays

const dateColumns = {
  first: sql`f.first_visit`,
  last: sql`f.last_visit`,
  joined: sql`c.joined_on`,
} as const

export const dateSql = ({ of, when, period }: Of<'date'>, asOf: BusinessDate): Truth =>
  dayIs(dateColumns[of], when, daysOf(period, asOf))

export const dayIs = (
  column: RawBuilder<unknown>,
  when: 'in' | 'before' | 'after',
  { from, to }: Days,
): Truth => {
  if (when === 'before') return surely(sql<SqlBool>`${column} < ${from}`)
  if (when === 'after') return surely(sql<SqlBool>`${column} > ${to}`)
  return surely(sql<SqlBool>`${column} BETWEEN ${from} AND ${to}`)
}

/** Visits by weekday and hour are in no sum: they are read from the receipts, of which an index has all that is asked. */
export const timeSql = (
  { weekdays, fromHour, toHour, period, value }: Of<'time'>,
  asOf: BusinessDate,
  among?: Among,
): Truth => {
  const days = period === null ? { from: '', to: asOf } : upTo(daysOf(period, asOf), asOf)
  const hour = sql`(issued_at / 3600000 + 9) % 24`
  // What costs less to look at is asked first: the hour, then the weekday, which has to be told from text.
  const when: RawBuilder<unknown>[] = []
  if (fromHour < toHour) {
    if (toHour - fromHour < 24) when.push(sql`${hour} >= ${fromHour} AND ${hour} < ${toHour}`)
  } else if (fromHour > toHour) when.push(sql`(${hour} >= ${fromHour} OR ${hour} < ${toHour})`)
  if (new Set(weekdays).size < 7)
    when.push(sql`CAST(strftime('%w', business_date) AS INTEGER) IN (${sql.join(weekdays)})`)
  const short = days.from !== '' && !isLong(days)
  const rows = sql`SELECT customer_id, business_date FROM receipt ${
    short ? sql`INDEXED BY receipt_by_date` : sql`INDEXED BY receipt_by_customer`
  } WHERE customer_id IS NOT NULL AND business_date BETWEEN ${days.from} AND ${days.to} AND kind <> 'refund'
    AND ${sql.join([...when, standing], sql` AND `)}${andAmong(sql`customer_id`, among)}`
  return sumCondition(rows, sql`count(DISTINCT business_date)`, 'least', value)
}

/** Of receipts: what was given back whole is no visit. Few are, so they are listed once. */
export const standing = sql`receipt.id NOT IN (
  SELECT back.refunds_receipt_id FROM receipt AS back JOIN receipt AS sale ON sale.id = back.refunds_receipt_id
  WHERE back.refunds_receipt_id IS NOT NULL
  GROUP BY back.refunds_receipt_id HAVING sale.total + sum(back.total) <= 0)`

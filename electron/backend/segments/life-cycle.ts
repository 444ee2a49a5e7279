import type { Stage } from '#shared/contract/segment-rule.ts'
import type { SegmentSettings } from '#shared/contract/segments.ts'
import { addDays, type BusinessDate, daysBetween } from '#shared/dates.ts'

type Limits = Pick<SegmentSettings, 'newDays' | 'plainDays' | 'leastDays' | 'riskTimes' | 'lostTimes'>

/** What somebody's visits say about when they will be missed; true from the last visit on until the next. */
export interface Standing {
  /** Days between visits by the median of the last two hundred; null under three visits. */
  readonly rhythmDays: number | null
  /** The day on which being away becomes a sign of leaving. */
  readonly atRiskFrom: BusinessDate
  readonly lostFrom: BusinessDate
  /** The latest visit that ended an absence beyond the limit of its time. */
  readonly returnedOn: BusinessDate | null
}

/** The figures that a stage hangs on, as of a day. */
export interface Course {
  readonly visits: number
  readonly firstVisit: BusinessDate | null
  readonly lastVisit: BusinessDate | null
  readonly atRiskFrom: BusinessDate | null
  readonly lostFrom: BusinessDate | null
  readonly returnedOn: BusinessDate | null
}

const rhythmVisits = 200

/** Days between visits by the median; null under three visits. @param visits distinct days, ascending. */
export const rhythmDaysOf = (visits: readonly BusinessDate[]): number | null => {
  if (visits.length < 3) return null
  const latest = visits.slice(-rhythmVisits)
  const gaps = latest
    .slice(1)
    .map((date, place) => daysBetween(latest[place] ?? date, date))
    .sort((a, b) => a - b)
  const middle = gaps.length / 2
  return ((gaps[Math.floor(middle)] ?? 0) + (gaps[Math.ceil(middle) - 1] ?? 0)) / 2
}

/** After how many days away somebody with this rhythm is at risk, and lost. Without a rhythm the shop's plain limit. */
export const absenceLimits = (rhythmDays: number | null, limits: Limits): { risk: number; lost: number } => {
  if (rhythmDays === null)
    return {
      risk: Math.max(1, Math.ceil((limits.plainDays * limits.riskTimes) / limits.lostTimes)),
      lost: limits.plainDays,
    }
  const risk = Math.max(limits.leastDays, Math.ceil(rhythmDays * limits.riskTimes))
  return { risk, lost: Math.max(2 * limits.leastDays, risk, Math.ceil(rhythmDays * limits.lostTimes)) }
}

/** @param visits distinct business days, ascending; null where there are none. */
export const standingOf = (visits: readonly BusinessDate[], limits: Limits): Standing | null => {
  const last = visits.at(-1)
  if (last === undefined) return null
  const rhythmDays = rhythmDaysOf(visits)
  const { risk, lost } = absenceLimits(rhythmDays, limits)
  return {
    rhythmDays,
    atRiskFrom: addDays(last, risk),
    lostFrom: addDays(last, lost),
    returnedOn: returnOf(visits, last, limits),
  }
}

/** Only returns that may still count on the last day are looked for, so that a long history costs nothing. */
const returnOf = (
  visits: readonly BusinessDate[],
  last: BusinessDate,
  limits: Limits,
): BusinessDate | null => {
  for (let place = visits.length - 1; place > 0; place -= 1) {
    const date = visits[place] ?? last
    if (daysBetween(date, last) >= limits.newDays) return null
    const away = daysBetween(visits[place - 1] ?? date, date)
    // No rhythm makes a shorter absence count.
    if (away < Math.min(limits.plainDays, 2 * limits.leastDays)) continue
    if (away >= absenceLimits(rhythmDaysOf(visits.slice(0, place)), limits).lost) return date
  }
  return null
}

/**
 * 신규, 성장, 단골, 이탈 징후, 이탈, 복귀: the first in this order that holds is told last. Null for who never came.
 * @param asOf the business day at whose end it is asked; no visit of the course lies after it.
 */
export const stageOf = (
  one: Course,
  asOf: BusinessDate,
  settings: Pick<SegmentSettings, 'newDays' | 'regularVisits'>,
): Stage | null => stageSince(one, asOf, addDays(asOf, -settings.newDays), settings.regularVisits)

/** The same for many of one day. @param since who came first, or came back, after that day is new, or returned. */
export const stageSince = (
  one: Course,
  asOf: BusinessDate,
  since: BusinessDate,
  regularVisits: number,
): Stage | null => {
  if (one.firstVisit === null || one.lostFrom === null || one.atRiskFrom === null) return null
  if (asOf >= one.lostFrom) return 'lost'
  if (asOf >= one.atRiskFrom) return 'at-risk'
  if (one.returnedOn !== null && one.returnedOn > since) return 'returned'
  if (one.firstVisit > since) return 'new'
  return one.visits >= regularVisits ? 'regular' : 'growing'
}

import { addDays, type BusinessDate, daysBetween } from '#shared/dates.ts'

/** How often somebody comes: days between visits, their median and quartiles. */
export interface Rhythm {
  readonly days: number
  readonly low: number
  readonly high: number
}

/** Only so many of the latest visits count, so that a changed rhythm shows. */
const mostVisits = 31

/** @param visits distinct business days, ascending. Null under three visits. */
export const rhythmOf = (visits: readonly BusinessDate[]): Rhythm | null => {
  if (visits.length < 3) return null
  const latest = visits.slice(-mostVisits)
  const intervals = latest
    .slice(1)
    .map((date, index) => daysBetween(latest[index] ?? date, date))
    .sort((a, b) => a - b)
  return { days: quantile(intervals, 0.5), low: quantile(intervals, 0.25), high: quantile(intervals, 0.75) }
}

/** Between neighbours by proportion; half a day at the finest. @param sorted ascending, not empty. */
const quantile = (sorted: readonly number[], share: number): number => {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return Math.round((below + (above - below) * (place - Math.floor(place))) * 2) / 2
}

export type Timing = 'early' | 'usual' | 'late'

/**
 * A day against somebody's own rhythm. Within a third of the rhythm (at least a day) and within their own spread is
 * usual. Null without a rhythm or an earlier visit.
 * @param visits ascending; the day's own visit may be among them.
 */
export const timingOf = (
  rhythm: Rhythm | null,
  visits: readonly BusinessDate[],
  today: BusinessDate,
): Timing | null => {
  const last = visits.findLast((date) => date < today)
  if (rhythm === null || last === undefined) return null
  const since = daysBetween(last, today)
  const slack = Math.max(1, rhythm.days / 3)
  if (since < Math.min(rhythm.days - slack, rhythm.low)) return 'early'
  return since > Math.max(rhythm.days + slack, rhythm.high) ? 'late' : 'usual'
}

export interface DayRange {
  readonly from: BusinessDate
  readonly to: BusinessDate
}

/** When the next visit is likely: half of all intervals so far ended in there. At least the day after the last one. */
export const nextVisit = (rhythm: Rhythm | null, last: BusinessDate | null): DayRange | null => {
  if (rhythm === null || last === null) return null
  const from = Math.max(1, Math.floor(rhythm.low))
  return { from: addDays(last, from), to: addDays(last, Math.max(from, Math.ceil(rhythm.high))) }
}

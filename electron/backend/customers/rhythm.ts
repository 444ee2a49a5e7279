import { type BusinessDate, daysBetween } from '#shared/dates.ts'

/** How somebody comes: days between visits by the median, and today against it. */
export interface Rhythm {
  readonly days: number | null
  readonly timing: 'early' | 'usual' | 'late' | null
}

/**
 * @param visits distinct business days, ascending; today's visit may be among them.
 * Under three visits there is no rhythm. Within a third of the rhythm (at least a day) either way is usual.
 */
export const rhythmOf = (visits: readonly BusinessDate[], today: BusinessDate): Rhythm => {
  const days = medianInterval(visits)
  const last = visits.findLast((date) => date < today)
  if (days === null || last === undefined) return { days, timing: null }
  const since = daysBetween(last, today)
  const slack = Math.max(1, days / 3)
  if (since < days - slack) return { days, timing: 'early' }
  return { days, timing: since > days + slack ? 'late' : 'usual' }
}

const medianInterval = (visits: readonly BusinessDate[]): number | null => {
  if (visits.length < 3) return null
  const intervals = visits
    .slice(1)
    .map((date, index) => daysBetween(visits[index] ?? date, date))
    .sort((a, b) => a - b)
  const middle = intervals.length / 2
  const upper = intervals[Math.floor(middle)] ?? 0
  const lower = intervals[Math.ceil(middle) - 1] ?? upper
  return (lower + upper) / 2
}

import { type DateRange, mostDays, type PictureStep } from '#shared/contract/analytics.ts'
import { addDays, type BusinessDate, daysBetween } from '#shared/dates.ts'

export const presets = ['month', 'lastMonth', 'days30', 'days90', 'year', 'months12', 'all', 'own'] as const
export type Preset = (typeof presets)[number]

export const comparisons = ['none', 'before', 'yearBefore'] as const
export type Comparison = (typeof comparisons)[number]

/** Ranges of more days than this are usually drawn by the week, and of more than that by the month. */
const [mostByDay, mostByWeek] = [62, 220]

const firstOfMonth = (date: BusinessDate): BusinessDate => `${date.slice(0, 7)}-01`
const monthBefore = (date: BusinessDate): BusinessDate => firstOfMonth(addDays(firstOfMonth(date), -1))
const lastOfMonth = (date: BusinessDate): BusinessDate =>
  addDays(firstOfMonth(addDays(firstOfMonth(date), 31)), -1)

/** Whole years that a range may be long at most. */
export const mostYears = Math.floor(mostDays / 366)

/** Why two days that somebody typed are no range; null where they are one. Half a year's figures are a year of long ago. */
export const rangeFault = ({ from, to }: DateRange): 'unfinished' | 'reversed' | 'long' | null => {
  if (![from, to].every((date) => /^(?:19|[2-9]\d)\d{2}-\d{2}-\d{2}$/.test(date))) return 'unfinished'
  if (from > to) return 'reversed'
  return daysBetween(from, to) >= mostYears * 365 ? 'long' : null
}

/** The same day a year earlier; 29 February becomes the 28th. */
export const yearBefore = (date: BusinessDate): BusinessDate => {
  const wanted = `${String(Number(date.slice(0, 4)) - 1).padStart(4, '0')}${date.slice(4)}`
  return wanted.endsWith('-02-29') ? `${wanted.slice(0, 8)}28` : wanted
}

/** @param life first and last day with receipts; null in an empty ledger. */
export const rangeOf = (
  preset: Exclude<Preset, 'own'>,
  today: BusinessDate,
  life: DateRange | null,
): DateRange => {
  if (preset === 'month') return { from: firstOfMonth(today), to: today }
  if (preset === 'lastMonth') return { from: monthBefore(today), to: lastOfMonth(monthBefore(today)) }
  if (preset === 'days30') return { from: addDays(today, -29), to: today }
  if (preset === 'days90') return { from: addDays(today, -89), to: today }
  if (preset === 'year') return { from: `${today.slice(0, 4)}-01-01`, to: today }
  if (preset === 'months12') return { from: addDays(yearBefore(today), 1), to: today }
  const from = life === null || life.from > today ? today : life.from
  return { from, to: today }
}

/**
 * What a range is compared with. Within one month it is the same days of the month before (a whole month with a whole
 * month), else as many days just before. What is drawn by the week meets whole weeks: as many days that end on the same
 * weekday, so that no Sunday is compared with a Saturday.
 */
export const comparedWith = ({ from, to }: DateRange, comparison: Comparison): DateRange | null => {
  if (comparison === 'none') return null
  if (comparison === 'yearBefore') return { from: yearBefore(from), to: yearBefore(to) }
  if (from === firstOfMonth(from) && from.slice(0, 7) === to.slice(0, 7)) {
    const first = monthBefore(from)
    const last = lastOfMonth(first)
    const same = `${first.slice(0, 8)}${to.slice(8)}`
    return { from: first, to: to === lastOfMonth(to) || same > last ? last : same }
  }
  const days = daysBetween(from, to) + 1
  const back = days > mostByDay && days <= mostByWeek ? Math.ceil(days / 7) * 7 : days
  return { from: addDays(from, -back), to: addDays(to, -back) }
}

/** Steps that give a picture of some ten to some sixty points. */
export const usualStep = ({ from, to }: DateRange): PictureStep => {
  const days = daysBetween(from, to) + 1
  if (days <= mostByDay) return 'day'
  if (days <= mostByWeek) return 'week'
  return days <= 366 * 5 ? 'month' : 'year'
}

/** A day by day picture of ten years would be a smear. */
export const allowedSteps = ({ from, to }: DateRange): PictureStep[] => {
  const days = daysBetween(from, to) + 1
  return [
    ...(days <= 800 ? (['day'] as const) : []),
    ...(days > 7 && days <= 3000 ? (['week'] as const) : []),
    ...(days > 31 ? (['month'] as const) : []),
    ...(days > 366 ? (['year'] as const) : []),
  ]
}

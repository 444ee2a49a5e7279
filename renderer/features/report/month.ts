import type { DateRange } from '#shared/contract/analytics.ts'
import { addDays, type BusinessDate } from '#shared/dates.ts'

/** `2026-11` */
export type Month = string

export const monthOf = (date: BusinessDate): Month => date.slice(0, 7)

export const monthBefore = (month: Month): Month => addDays(`${month}-01`, -1).slice(0, 7)
export const monthAfter = (month: Month): Month => addDays(`${month}-01`, 31).slice(0, 7)

const lastDay = (month: Month): BusinessDate => addDays(`${monthAfter(month)}-01`, -1)

/** The whole month; one that is not over ends today. */
export const rangeOfMonth = (month: Month, today: BusinessDate): DateRange => {
  const to = lastDay(month)
  return { from: `${month}-01`, to: to < today ? to : today }
}

/** Whether a month is not over on that day. */
export const isRunning = (month: Month, on: BusinessDate): boolean => on < lastDay(month)

/** The same days of the month before: a whole one with a whole one. */
export const monthToCompare = (month: Month, today: BusinessDate): DateRange => {
  const earlier = monthBefore(month)
  const { to } = rangeOfMonth(month, today)
  const last = lastDay(earlier)
  const same = `${earlier}-${to.slice(8)}`
  return { from: `${earlier}-01`, to: to === lastDay(month) || same > last ? last : same }
}

/** So many months up to this one. */
export const monthsUpTo = (month: Month, count: number, today: BusinessDate): DateRange => {
  let first = month
  for (let back = 1; back < count; back += 1) first = monthBefore(first)
  return { from: `${first}-01`, to: rangeOfMonth(month, today).to }
}

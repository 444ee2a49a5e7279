import { daysBetween } from '#shared/dates.ts'
import { dateOf, monthOf } from './periods.ts'
import type { Tally } from './tally.ts'

/** A day becomes a customer's visit, or is none any more. */
export interface Toggle {
  readonly customerId: number
  readonly day: number
  readonly is: boolean
}

/** The visit itself; what it does to intervals, cohorts and newcomers depends on the others. */
export const tallyToggle = (tally: Tally, { customerId, day, is }: Toggle): void => {
  const sign = is ? 1 : -1
  tally.add('customer_day', [day, customerId], [0, sign, 0])
  for (const period of [day, monthOf(day)]) tally.add('period_sum', [period], [0, 0, 0, 0, 0, 0, sign, 0])
}

/**
 * The pattern that a customer's visits make: first visit, days between visits, months in which they came.
 * @param days all visits, ascending, each once.
 */
export const tallyPattern = (tally: Tally, days: readonly number[], sign: 1 | -1): void => {
  const [first] = days
  if (first === undefined) return
  tallyFirst(tally, first, sign)
  for (const [place, day] of days.entries()) {
    const before = days[place - 1]
    if (before !== undefined) tallyInterval(tally, before, day, sign)
    if (before === undefined || monthOf(before) !== monthOf(day))
      tally.add('cohort_sum', [monthOf(first), monthOf(day)], [sign])
  }
}

/** The common case without looking at all visits: one more, later than every other. */
export const tallyNext = (tally: Tally, day: number, last: number | null, first: number | null): void => {
  if (last === null || first === null) {
    tallyPattern(tally, [day], 1)
    return
  }
  tallyInterval(tally, last, day, 1)
  if (monthOf(last) !== monthOf(day)) tally.add('cohort_sum', [monthOf(first), monthOf(day)], [1])
}

const tallyFirst = (tally: Tally, day: number, sign: 1 | -1): void => {
  for (const period of [day, monthOf(day)]) tally.add('period_sum', [period], [0, 0, 0, 0, 0, 0, 0, sign])
}

/** Longer than this counts as this: the tail is one bar, and a row for each of its days would tell nothing. */
export const longestInterval = 400

const tallyInterval = (tally: Tally, from: number, to: number, sign: 1 | -1): void => {
  const days = Math.min(longestInterval, daysBetween(dateOf(from), dateOf(to)))
  tally.add('interval_sum', [monthOf(to), days], [sign])
}

import { addMonths, type BusinessDate } from '#shared/dates.ts'
import type { Won } from '#shared/won.ts'
import type { TierPlan } from './plan.ts'

/** One day on which somebody bought. What was given back later is taken off the day of its sale. */
export interface BoughtDay {
  readonly date: BusinessDate
  readonly net: Won
  /** 1 where at least one sale of the day stands. */
  readonly visits: number
}

/** Sums over any stretch of a history, each in a few steps. */
export interface History {
  readonly days: readonly BoughtDay[]
  /** For each day: from when on it counts no more in a window of so many months. */
  endsAfter(months: number): readonly BusinessDate[]
  /** Won or visits that count on a day under a plan. */
  counted(plan: TierPlan, on: BusinessDate): number
}

/** @param days in order, each day once. */
export const historyOf = (days: readonly BoughtDay[]): History => {
  const spend = running(days.map((day) => day.net))
  const visits = running(days.map((day) => day.visits))
  const dates = days.map((day) => day.date)
  const ends = new Map<number, BusinessDate[]>()
  /** Until when each purchase counts: the same day of the month in which its time is over. */
  const endsAfter = (months: number): BusinessDate[] => {
    const known = ends.get(months) ?? dates.map((date) => addMonths(date, months))
    ends.set(months, known)
    return known
  }
  return {
    days,
    endsAfter,
    counted({ windowMonths, measure }, on) {
      const upTo = firstAfter(dates, on)
      const from = windowMonths === null ? 0 : firstAfter(endsAfter(windowMonths), on)
      const sums = measure === 'spend' ? spend : visits
      return from >= upTo ? 0 : (sums[upTo] ?? 0) - (sums[from] ?? 0)
    },
  }
}

const running = (values: readonly number[]): number[] => {
  const sums = [0]
  let sum = 0
  for (const value of values) {
    sum += value
    sums.push(sum)
  }
  return sums
}

/** The place of the first date after another one; dates in order. */
const firstAfter = (dates: readonly BusinessDate[], date: BusinessDate): number => {
  let low = 0
  let high = dates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((dates[middle] ?? '') > date) high = middle
    else low = middle + 1
  }
  return low
}

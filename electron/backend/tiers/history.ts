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
  /** Won or visits that count on a day under a plan. */
  counted(plan: TierPlan, on: BusinessDate): number
}

/** @param days in order, each day once. */
export const historyOf = (days: readonly BoughtDay[]): History => {
  const spend = running(days.map((day) => day.net))
  const visits = running(days.map((day) => day.visits))
  return {
    days,
    counted(plan, on) {
      const { windowMonths } = plan
      const upTo = firstIndex(days, (day) => day.date > on)
      // A purchase counts until the same day of the month in which its time is over.
      const from =
        windowMonths === null ? 0 : firstIndex(days, (day) => addMonths(day.date, windowMonths) > on)
      const sums = plan.measure === 'spend' ? spend : visits
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

/** The first place from which the condition holds; it never stops holding. */
const firstIndex = (days: readonly BoughtDay[], holds: (day: BoughtDay) => boolean): number => {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    const day = days[middle]
    if (day !== undefined && holds(day)) high = middle
    else low = middle + 1
  }
  return low
}

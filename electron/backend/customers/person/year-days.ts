import type { CallOutput } from '#shared/contract/index.ts'
import type { BusinessDate } from '#shared/dates.ts'
import { epochOf } from '#shared/dates.ts'
import { nextYearDay, type YearDay } from '../../coupons/year-day.ts'

export type KeptDay = NonNullable<CallOutput<'customers.page'>['birthday']>

/** Days that no calendar has: 31 April, 30 February, a lunar month of 31 days, a leap month of the sun. */
export const isDay = ({ calendar, year, month, day, leap }: KeptDay): boolean => {
  if (calendar === 'lunar') return day <= 30
  if (leap) return false
  // Without a year, the 29th of February is a birthday.
  return epochOf(year ?? 2000, month, day) !== null
}

/** When it is kept next; null where the calendar's tables end. */
export const nextDay = (day: YearDay, today: BusinessDate): BusinessDate | null => nextYearDay(day, today)

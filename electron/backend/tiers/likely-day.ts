import { type BusinessDate, daysBetween } from '#shared/dates.ts'

/** A shop may be closed for a month; a clock that is off by more than that has lost its battery. */
const longestDays = 31

/**
 * The day that tiers fall and coupons are given on: the PC's, if one of the latest receipts bears a date near it; a
 * clock that jumps by years ends nothing. Otherwise the day that the tills print.
 * @param latest business days of the latest receipts, newest first.
 */
export const likelyDay = (clockDay: BusinessDate, latest: readonly BusinessDate[]): BusinessDate => {
  const [newest] = latest
  if (newest === undefined) return clockDay
  const near = latest.some((day) => Math.abs(daysBetween(day, clockDay)) <= longestDays)
  return near ? clockDay : newest
}

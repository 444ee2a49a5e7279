import { addDays, type BusinessDate } from '#shared/dates.ts'

export type DayUnit = 'day' | 'week' | 'month' | 'year'

/**
 * The first day of the last so many days, weeks, … up to `today`. "The last 7 days" has seven of them, today included;
 * a month ago on the 31st is the last day of a shorter month, and the period begins the day after.
 */
export const firstDayOfLast = (today: BusinessDate, count: number, unit: DayUnit): BusinessDate => {
  if (unit === 'day' || unit === 'week') return addDays(today, 1 - count * (unit === 'week' ? 7 : 1))
  return addDays(monthsBefore(today, unit === 'year' ? count * 12 : count), 1)
}

const monthsBefore = (date: BusinessDate, months: number): BusinessDate => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const total = year * 12 + (month - 1) - months
  // No ledger is older than its paper: what reaches back before the year 1 means everything.
  if (total < 12) return '0001-01-01'
  const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1]
  const lastOfMonth = new Date(Date.UTC(2000 + (toYear % 400), toMonth, 0)).getUTCDate()
  return [
    String(toYear).padStart(4, '0'),
    String(toMonth).padStart(2, '0'),
    String(Math.min(day, lastOfMonth)).padStart(2, '0'),
  ].join('-')
}

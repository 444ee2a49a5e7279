import type { Period } from '#shared/contract/segment-rule.ts'
import { addDays, type BusinessDate } from '#shared/dates.ts'

export interface Days {
  readonly from: BusinessDate
  /** Included. */
  readonly to: BusinessDate
}

/**
 * The days of a period, seen from a day. Three months back from 05-31 begin after 02-28: a month that has no such day
 * ends with its last one.
 */
export const daysOf = (period: Period, asOf: BusinessDate): Days => {
  if (period.of === 'between') return { from: period.from, to: period.to }
  if (period.of === 'last') return { from: addDays(before(asOf, period.count, period.unit), 1), to: asOf }
  const year = Number(asOf.slice(0, 4))
  if (period.unit === 'year')
    return { from: `${year - period.back}-01-01`, to: `${year - period.back}-12-31` }
  const first = monthsBefore(`${asOf.slice(0, 7)}-01`, period.back)
  return { from: first, to: addDays(monthsBefore(first, -1), -1) }
}

const before = (date: BusinessDate, count: number, unit: 'day' | 'week' | 'month' | 'year'): BusinessDate => {
  if (unit === 'day') return addDays(date, -count)
  if (unit === 'week') return addDays(date, -7 * count)
  return monthsBefore(date, unit === 'month' ? count : 12 * count)
}

const monthsBefore = (date: BusinessDate, months: number): BusinessDate => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const count = year * 12 + (month - 1) - months
  const [inYear, inMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  const lastDay = new Date(Date.UTC(inYear, inMonth, 0)).getUTCDate()
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${String(inYear).padStart(4, '0')}-${two(inMonth)}-${two(Math.min(day, lastDay))}`
}

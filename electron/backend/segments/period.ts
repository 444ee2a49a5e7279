import type { Period } from '#shared/contract/segment-rule.ts'
import { addDays, type BusinessDate } from '#shared/dates.ts'
import { firstDayOfLast } from '../sheets/days-back.ts'

export interface Days {
  readonly from: BusinessDate
  /** Included. */
  readonly to: BusinessDate
}

/** The days of a period, seen from a day. A month or year of the calendar is whole, also what of it is still to come. */
export const daysOf = (period: Period, asOf: BusinessDate): Days => {
  if (period.of === 'between') return { from: period.from, to: period.to }
  if (period.of === 'last') return { from: firstDayOfLast(asOf, period.count, period.unit), to: asOf }
  const year = Number(asOf.slice(0, 4))
  if (period.unit === 'year')
    return { from: `${year - period.back}-01-01`, to: `${year - period.back}-12-31` }
  const month = year * 12 + Number(asOf.slice(5, 7)) - 1 - period.back
  return { from: firstOf(month), to: addDays(firstOf(month + 1), -1) }
}

/** @param month months since the year 0. */
const firstOf = (month: number): BusinessDate =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`

/** Months since the year 0. */
const monthNumber = (date: BusinessDate): number =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1

const lastOf = (date: BusinessDate): BusinessDate => addDays(firstOf(monthNumber(date) + 1), -1)

/** As sums by month have it. */
const periodOf = (month: number): number => Math.floor(month / 12) * 100 + (month % 12) + 1

/** Full months, and the days before and after them that are no full month. */
export interface MonthsAndDays {
  /** `202611`; null where no month is whole. */
  readonly months: { readonly from: number; readonly to: number } | null
  readonly edges: readonly Days[]
}

/** Splits days, so that sums kept by month can be used for all but the edges. @param open no day after it has anything. */
export const monthsAndDays = ({ from, to }: Days, open: BusinessDate): MonthsAndDays => {
  const first = from.endsWith('-01') ? monthNumber(from) : monthNumber(from) + 1
  const last = to >= open || to === lastOf(to) ? monthNumber(to) : monthNumber(to) - 1
  if (first > last) return { months: null, edges: [{ from, to }] }
  const edges: Days[] = []
  if (from < firstOf(first)) edges.push({ from, to: addDays(firstOf(first), -1) })
  if (to >= firstOf(last + 1)) edges.push({ from: firstOf(last + 1), to })
  return { months: { from: periodOf(first), to: periodOf(last) }, edges }
}

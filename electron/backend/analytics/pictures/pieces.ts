import { addDays, type BusinessDate } from '#shared/dates.ts'
import { dayPeriod, monthOf } from '../shares/periods.ts'

/** Periods of one kind that follow each other, both ends included. */
export interface Piece {
  readonly from: number
  readonly to: number
}

/**
 * A range as whole months and the days left over at its ends: what has to be read of sums that are kept by day and by
 * month. Ten years are 120 months and no more than sixty days.
 */
export const piecesOf = (from: BusinessDate, to: BusinessDate): Piece[] => {
  const firstWhole = from.endsWith('-01') ? monthOf(dayPeriod(from)) : nextMonth(monthOf(dayPeriod(from)))
  const lastWhole = addDays(to, 1).endsWith('-01')
    ? monthOf(dayPeriod(to))
    : monthBefore(monthOf(dayPeriod(to)))
  if (firstWhole > lastWhole) return [{ from: dayPeriod(from), to: dayPeriod(to) }]
  const pieces: Piece[] = []
  if (dayPeriod(from) < firstWhole * 100 + 1) pieces.push({ from: dayPeriod(from), to: firstWhole * 100 })
  pieces.push({ from: firstWhole, to: lastWhole })
  if (dayPeriod(to) > lastWhole * 100 + 99) pieces.push({ from: lastWhole * 100 + 100, to: dayPeriod(to) })
  return pieces
}

/** Whether a piece is of whole months: days have eight figures. */
export const isMonths = ({ from }: Piece): boolean => from < 10_000_000

/** The months that a range touches. */
export const monthsOf = (from: BusinessDate, to: BusinessDate): Piece => ({
  from: monthOf(dayPeriod(from)),
  to: monthOf(dayPeriod(to)),
})

/** 202612 → 202701. */
export const nextMonth = (month: number): number => (month % 100 === 12 ? month + 89 : month + 1)
const monthBefore = (month: number): number => (month % 100 === 1 ? month - 89 : month - 1)

/** 202611 → `2026-11`. */
export const monthText = (month: number): string => {
  const digits = String(month).padStart(6, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}

/** How many months from one to the other. */
export const monthsBetween = (from: number, to: number): number =>
  (Math.floor(to / 100) - Math.floor(from / 100)) * 12 + (to % 100) - (from % 100)

import type { DateRange, PictureStep } from '#shared/contract/analytics.ts'
import { type BusinessDate, daysBetween } from '#shared/dates.ts'
import { type Span, spanOf } from '#shared/spans.ts'

const monthNumber = (date: BusinessDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))

/** The so manieth day, week, month or year of a range a date lies in; those of its first day are 0. */
const placeOf = (date: BusinessDate, first: BusinessDate, step: PictureStep): number => {
  if (step === 'day') return daysBetween(first, date)
  if (step === 'week') return Math.round(daysBetween(spanOf(first, step).from, spanOf(date, step).from) / 7)
  if (step === 'month') return monthNumber(date) - monthNumber(first)
  return Number(date.slice(0, 4)) - Number(first.slice(0, 4))
}

/**
 * What stands beside each point: the one at the same place of the compared range, if there is one. Either list may
 * begin later than its range does, where the shop had not yet opened; so their places are told by their dates.
 */
export const besideOf = <P extends Span>(
  points: readonly P[],
  others: readonly P[],
  {
    range,
    compare,
    step,
  }: { readonly range: DateRange; readonly compare: DateRange | null; readonly step: PictureStep },
): (P | undefined)[] => {
  if (compare === null) return points.map(() => undefined)
  const placed = new Map(others.map((other) => [placeOf(other.from, compare.from, step), other]))
  return points.map((point) => placed.get(placeOf(point.from, range.from, step)))
}

/** Whether a week, month or year is not whole: cut off by the range, or running yet. */
export const isCut = ({ from, to }: Span, step: PictureStep): boolean => {
  const whole = spanOf(from, step)
  return whole.from !== from || whole.to !== to
}

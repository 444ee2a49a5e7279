import type { PictureStep } from '#shared/contract/analytics.ts'
import { addDays, type BusinessDate } from '#shared/dates.ts'
import { type Span, spanOf } from '#shared/spans.ts'

/** Every step of a range in order, without a gap; the first and last are cut off where the range is. */
export const spansOf = ({ from, to }: Span, step: PictureStep): Span[] => {
  const spans: Span[] = []
  for (let date = from; date <= to; ) {
    const whole = spanOf(date, step)
    spans.push({ from: date, to: whole.to < to ? whole.to : to })
    date = addDays(whole.to, 1)
  }
  return spans
}

/** Steps that an average looks back over, its own included; years have none. */
export const averageOver: Readonly<Record<PictureStep, number>> = { day: 7, week: 4, month: 3, year: 0 }

/** The first day that the averages of a range need. */
export const averageFrom = (from: BusinessDate, step: PictureStep): BusinessDate => {
  const back = averageOver[step] - 1
  if (back < 1) return from
  if (step === 'day') return addDays(from, -back)
  if (step === 'week') return addDays(spanOf(from, 'week').from, -7 * back)
  let date = spanOf(from, 'month').from
  for (let months = 0; months < back; months += 1) date = spanOf(addDays(date, -1), 'month').from
  return date
}

/**
 * The average of each value with those before it.
 * @param values oldest first; null where there was no shop yet.
 * @returns null while there are fewer than `over` before.
 */
export const movingAverage = (values: readonly (number | null)[], over: number): (number | null)[] =>
  values.map((_, place) => {
    const window = values.slice(place - over + 1, place + 1)
    if (over < 2 || place < over - 1 || window.some((value) => value === null)) return null
    return window.reduce<number>((sum, value) => sum + (value ?? 0), 0) / over
  })

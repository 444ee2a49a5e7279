import type { PictureStep } from '#shared/contract/analytics.ts'
import { addDays, type BusinessDate } from '#shared/dates.ts'

/** Days that stand for one point of a picture. */
export interface Span {
  readonly from: BusinessDate
  readonly to: BusinessDate
}

/** Weeks begin on Monday, as Koreans count them. */
export const spanOf = (date: BusinessDate, step: PictureStep): Span => {
  if (step === 'day') return { from: date, to: date }
  if (step === 'week') {
    const from = addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7))
    return { from, to: addDays(from, 6) }
  }
  if (step === 'month') return { from: `${date.slice(0, 7)}-01`, to: endOfMonth(date) }
  return { from: `${date.slice(0, 4)}-01-01`, to: `${date.slice(0, 4)}-12-31` }
}

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

const endOfMonth = (date: BusinessDate): BusinessDate => {
  const first = `${date.slice(0, 7)}-01`
  return addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)
}

import type { PictureStep } from './contract/analytics.ts'
import { addDays, type BusinessDate } from './dates.ts'

/** Days that stand for one point of a picture. */
export interface Span {
  readonly from: BusinessDate
  readonly to: BusinessDate
}

/** The whole day, week, month or year that a day lies in. Weeks begin on Monday, as Koreans count them. */
export const spanOf = (date: BusinessDate, step: PictureStep): Span => {
  if (step === 'day') return { from: date, to: date }
  if (step === 'week') {
    const from = addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7))
    return { from, to: addDays(from, 6) }
  }
  if (step === 'month') return { from: `${date.slice(0, 7)}-01`, to: endOfMonth(date) }
  return { from: `${date.slice(0, 4)}-01-01`, to: `${date.slice(0, 4)}-12-31` }
}

const endOfMonth = (date: BusinessDate): BusinessDate => {
  const first = `${date.slice(0, 7)}-01`
  return addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)
}

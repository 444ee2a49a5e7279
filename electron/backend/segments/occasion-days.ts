import KoreanLunarCalendar from 'korean-lunar-calendar'
import { addDays, type BusinessDate } from '#shared/dates.ts'

/** A day of the year as birthdays have it: in one of the two calendars, in a leap month (윤달) or not. */
export interface YearDay {
  readonly calendar: 'solar' | 'lunar'
  readonly month: number
  readonly day: number
  readonly leap: boolean
}

/**
 * What is kept on the days from one on. A day that a year or month has not got is kept on the one before: 29 February
 * on the 28th, the 30th of a short lunar month on the 29th; a leap month that a year has not got in the month itself.
 */
export const occasionDays = (from: BusinessDate, withinDays: number): YearDay[] =>
  Array.from({ length: withinDays + 1 }, (_, place) => addDays(from, place)).flatMap((date) => [
    ...solarDays(date),
    ...lunarDays(date),
  ])

const partsOf = (date: BusinessDate): readonly [year: number, month: number, day: number] => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return [year, month, day]
}

const solarDays = (date: BusinessDate): YearDay[] => {
  const [, month, day] = partsOf(date)
  const own: YearDay = { calendar: 'solar', month, day, leap: false }
  const shortFebruary = month === 2 && day === 28 && addDays(date, 1).endsWith('-03-01')
  return shortFebruary ? [own, { ...own, day: 29 }] : [own]
}

const lunarOf = (date: BusinessDate) => {
  const calendar = new KoreanLunarCalendar()
  const [year, month, day] = partsOf(date)
  return calendar.setSolarDate(year, month, day) ? calendar.getLunarCalendar() : null
}

const lunarDays = (date: BusinessDate): YearDay[] => {
  const lunar = lunarOf(date)
  if (lunar === null) return []
  const { year, month, day } = lunar
  const leap = lunar.intercalation === true
  const shortMonth = day === 29 && lunarOf(addDays(date, 1))?.day === 1
  const hasLeapMonth = new KoreanLunarCalendar().setLunarDate(year, month, 1, true)
  const days = shortMonth ? [day, 30] : [day]
  const leaps = leap || hasLeapMonth ? [leap] : [false, true]
  return days.flatMap((one) =>
    leaps.map((inLeap): YearDay => ({ calendar: 'lunar', month, day: one, leap: inLeap })),
  )
}

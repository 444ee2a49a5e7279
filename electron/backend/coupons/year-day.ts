import KoreanLunarCalendar from 'korean-lunar-calendar'
import { type BusinessDate, epochOf, isoKorea } from '#shared/dates.ts'

/** A day that comes every year, of either calendar. */
export interface YearDay {
  readonly calendar: 'solar' | 'lunar'
  readonly month: number
  readonly day: number
  /** Lunar: in a leap month (윤달). */
  readonly leap: boolean
}

/**
 * The first time on or after a date that the day is kept. 29 February is kept on the 28th in common years; a leap month
 * in its ordinary month where the year has none; the 30th of a month of 29 days on its last day.
 * @returns null beyond 2050, where the lunar tables end.
 */
export const nextYearDay = (day: YearDay, from: BusinessDate): BusinessDate | null => {
  const year = Number(from.slice(0, 4))
  const years = day.calendar === 'solar' ? [year, year + 1] : [year - 1, year, year + 1]
  const dates = years.flatMap((one) => (day.calendar === 'solar' ? solarIn(one, day) : lunarIn(one, day)))
  return dates.find((date) => date >= from) ?? null
}

const solarIn = (year: number, { month, day }: YearDay): BusinessDate[] => {
  const at = epochOf(year, month, day) ?? epochOf(year, month, day - 1)
  return at === null ? [] : [isoKorea(at).slice(0, 10)]
}

const lunarIn = (year: number, { month, day, leap }: YearDay): BusinessDate[] => {
  const tries: [number, boolean][] = [
    [day, leap],
    [day - 1, leap],
    [day, false],
    [day - 1, false],
  ]
  for (const [tried, leaping] of tries) {
    // The tables tell a leap month that the year does not have by a refusal.
    const calendar = new KoreanLunarCalendar()
    if (tried < 1 || (tried < day && day < 30) || !calendar.setLunarDate(year, month, tried, leaping))
      continue
    const solar = calendar.getSolarCalendar()
    const at = epochOf(solar.year, solar.month, solar.day)
    if (at !== null) return [isoKorea(at).slice(0, 10)]
  }
  return []
}

/** Month and day of a date in both calendars, as birthdays are kept: what may be looked for among people. */
export const datesToLookFor = (date: BusinessDate): { readonly month: number; readonly day: number }[] => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const calendar = new KoreanLunarCalendar()
  const found = [{ month, day }]
  if (month === 2 && day === 28) found.push({ month, day: 29 })
  if (!calendar.setSolarDate(year, month, day)) return found
  const lunar = calendar.getLunarCalendar()
  found.push({ month: lunar.month, day: lunar.day })
  if (lunar.day === 29) found.push({ month: lunar.month, day: 30 })
  return found
}

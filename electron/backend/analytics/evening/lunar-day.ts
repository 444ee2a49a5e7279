import KoreanLunarCalendar from 'korean-lunar-calendar'
import type { BusinessDate } from '#shared/dates.ts'

export interface LunarDay {
  readonly month: number
  readonly day: number
  readonly leap: boolean
}

/** The lunar day (음력) of a solar date; null beyond the calendar's tables (1391 to 2050). */
export const lunarDayOf = (date: BusinessDate): LunarDay | null => {
  const calendar = new KoreanLunarCalendar()
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  if (!calendar.setSolarDate(year, month, day)) return null
  const lunar = calendar.getLunarCalendar()
  return { month: lunar.month, day: lunar.day, leap: lunar.intercalation ?? false }
}

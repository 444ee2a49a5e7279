import type { BusinessDate } from '#shared/dates.ts'
import { datesToLookFor, nextYearDay } from '../coupons/year-day.ts'
import type { Reader } from '../platform/db/statements.ts'
import { bornOn } from './person/dates-of-people.repo.ts'

/**
 * Whose birthday is kept on a day, lunar ones too; customers who have left are not among them.
 * @returns names in order; small enough for a page.
 */
export const birthdaysOn = (
  reader: Reader,
  date: BusinessDate,
): { readonly customerId: number; readonly name: string; readonly lunar: boolean }[] =>
  bornOn(reader, datesToLookFor(date)).flatMap((row) => {
    const { birth_month: month, birth_day: day, birth_calendar: calendar } = row
    if (month === null || day === null) return []
    const kept = nextYearDay({ calendar, month, day, leap: row.birth_leap === 1 }, date)
    return kept === date ? [{ customerId: row.customer_id, name: row.name, lunar: calendar === 'lunar' }] : []
  })

import type { BusinessDate } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import type { Reader } from '../../platform/db/statements.ts'
import { findCustomer, readFigures } from '../customers.repo.ts'
import { readDetail } from './detail.repo.ts'
import { nextDay } from './year-days.ts'

/** The little of somebody that a slip can say; name and number are masked by whoever prints them. */
export interface PersonFacts {
  readonly name: string
  readonly phone: string | null
  readonly visits: number
  readonly points: number
  /** By the calendar that the birthday is kept in. */
  readonly birthdayThisMonth: boolean
}

/** Throws `customer.not-found`. */
export const personFacts = (reader: Reader, customerId: number, today: BusinessDate): PersonFacts => {
  const row = findCustomer(reader, customerId)
  if (row === undefined) throw new DangolError('customer.not-found')
  const figures = readFigures(reader, customerId)
  const detail = readDetail(reader, customerId)
  const month = today.slice(0, 7)
  const birthday =
    detail?.birth_month == null || detail.birth_day === null
      ? null
      : nextDay(
          {
            calendar: detail.birth_calendar,
            month: detail.birth_month,
            day: detail.birth_day,
            leap: detail.birth_leap === 1,
          },
          `${month}-01`,
        )
  return {
    name: row.name,
    phone: row.phone,
    visits: figures?.visits ?? 0,
    points: figures?.points ?? 0,
    birthdayThisMonth: birthday?.slice(0, 7) === month,
  }
}

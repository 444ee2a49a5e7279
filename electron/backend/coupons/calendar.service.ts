import { addDays, type BusinessDate, type EpochMs } from '#shared/dates.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import { dayOf } from '../tiers/day.service.ts'
import { welcomeDays } from './following.service.ts'
import type { CouponGiving, Gift } from './giving.service.ts'
import {
  anniversariesOn,
  bornOn,
  doneOn,
  givenSince,
  joinedSince,
  lastSeenBetween,
  noteDone,
  type PersonDay,
} from './people.repo.ts'
import { kindsFor } from './terms.repo.ts'
import type { Terms } from './terms.ts'
import { datesToLookFor, nextYearDay } from './year-day.ts'

/** Gifts of one unit of work: it is to be over before somebody at the counter notices. */
const piece = 20
/** After a longer absence nobody is welcomed back any more: the offer would come to people who have moved away. */
const longestAway = 31
/** A birthday comes once in at least this many days, in the lunar calendar too. */
const yearDays = 300

/** Coupons that the calendar gives: birthdays, anniversaries, absences, and a welcome to who has not bought yet. */
export interface CouponCalendar {
  /** One piece of what is due; true while there is more. Once a day; days that were missed are caught up. */
  step(): boolean
}

export interface CouponCalendarParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly giving: CouponGiving
  readonly now: () => EpochMs
}

type Due = Omit<Gift, 'at'>

export const createCouponCalendar = ({ reader, unit, giving, now }: CouponCalendarParts): CouponCalendar => {
  let queue: { readonly date: BusinessDate; readonly gifts: Due[] } | null = null

  return {
    step() {
      const at = now()
      const today = dayOf(reader, at)
      if (queue === null || queue.date !== today) {
        if (doneOn(reader) === today) return false
        queue = { date: today, gifts: dueOn(reader, today) }
      }
      const { gifts } = queue
      const some = gifts.splice(0, piece)
      unit.write((tx) => {
        for (const gift of some) giving.give(tx, { ...gift, at })
        // Whoever stops before this begins the day anew; nobody is given anything twice for one cause.
        if (gifts.length === 0) noteDone(tx, today)
      })
      if (gifts.length === 0) queue = null
      return gifts.length > 0
    },
  }
}

const dueOn = (reader: Reader, today: BusinessDate): Due[] => [
  ...kindsFor(reader, 'birthday').flatMap((terms) => yearly(reader, terms, today, 'birthday', bornOn)),
  ...kindsFor(reader, 'anniversary').flatMap((terms) =>
    yearly(reader, terms, today, 'anniversary', anniversariesOn),
  ),
  ...kindsFor(reader, 'come-back').flatMap((terms) => away(reader, terms, today)),
  ...kindsFor(reader, 'welcome').flatMap(({ kindId }) =>
    joinedSince(reader, addDays(today, -welcomeDays)).map((customerId) => ({
      kindId,
      customerId,
      cause: 'welcome',
    })),
  ),
]

/** From the day on which it is given ahead to the last on which it is good: who was entered late is not left out. */
const yearly = (
  reader: Reader,
  terms: Terms,
  today: BusinessDate,
  what: string,
  find: (reader: Reader, dates: { month: number; day: number }[]) => PersonDay[],
): Due[] => {
  const late = Math.min((terms.validDays ?? 1) - 1, longestAway)
  const first = addDays(today, -late)
  const last = addDays(today, terms.daysBefore)
  const dates = new Map<string, { month: number; day: number }>()
  for (let date = first; date <= last; date = addDays(date, 1))
    for (const one of datesToLookFor(date)) dates.set(`${one.month}-${one.day}`, one)
  return find(reader, [...dates.values()]).flatMap((person) => {
    const day = nextYearDay(person, first)
    if (day === null || day > last) return []
    const { customerId, anniversaryId } = person
    const prefix = anniversaryId === 0 ? what : `${what}:${anniversaryId}`
    if (givenSince(reader, customerId, terms.kindId, `${prefix}:${addDays(day, -yearDays)}`)) return []
    return [{ kindId: terms.kindId, customerId, cause: `${prefix}:${day}`, day }]
  })
}

const away = (reader: Reader, { kindId, absentDays }: Terms, today: BusinessDate): Due[] => {
  if (absentDays === null) return []
  const until = addDays(today, -absentDays)
  return lastSeenBetween(reader, addDays(until, -longestAway), until).map((row) => ({
    kindId,
    customerId: row.customer_id,
    cause: `come-back:${row.last_visit ?? ''}`,
  }))
}

import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { addDays, type BusinessDate } from '#shared/dates.ts'
import { formatPhone, maskPhone } from '#shared/phone.ts'
import type { Behind } from '../analytics/behind.service.ts'
import type { createEvening } from '../analytics/evening.service.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { addPrintReason, paidOn, peopleOf } from './labels.repo.ts'

type DayListAnswer = CallOutput<'labels.day'>
type Row = ReturnType<typeof peopleOf>[number]

export interface DayList {
  masked(date: BusinessDate | null): Promise<DayListAnswer>
  whole(asked: CallParsed<'labels.dayWhole'>): Promise<DayListAnswer>
}

export interface DayListParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly clock: Clock
  readonly today: () => BusinessDate
  readonly personId: () => number | null
  readonly analytics: { readonly evening: ReturnType<typeof createEvening>; readonly behind: Behind }
}

/** As many as one can call in a day. */
const mostCalled = 40
const mostVisitors = 400

/** Who came, whose birthday it is, whom to call: what hangs beside the telephone. */
export const createDayList = ({
  reader,
  unit,
  ids,
  clock,
  today,
  personId,
  analytics,
}: DayListParts): DayList => {
  const read = async (date: BusinessDate, phoneText: (digits: string) => string): Promise<DayListAnswer> => {
    const { behind, evening } = analytics
    const visitorIds = (await behind.people({ of: { kind: 'visitors', range: { from: date, to: date } } }))
      .customerIds
    const missing = (await behind.people({ of: { kind: 'missing', date } })).customerIds
    // The evening of a day tells the birthdays of the next one.
    const days = [addDays(date, -1), date]
    const birthdays = await Promise.all(
      days.map(async (day) => ({ on: addDays(day, 1), people: (await evening(day)).birthdays })),
    )
    const person = ({ id, name, phone }: Row) => ({
      customerId: id,
      name,
      maskedPhone: phone === null ? null : phoneText(phone),
    })
    const paid = new Map(paidOn(reader, date, visitorIds).map((row) => [row.id, row]))
    const visitors = peopleOf(reader, visitorIds)
      .flatMap((row) => {
        const { net, last_at: lastAt } = paid.get(row.id) ?? {}
        if (net === undefined || lastAt === undefined) return []
        return [{ ...person(row), lastAt, net, visits: row.visits, isNew: row.first_visit === date }]
      })
      .sort((one, other) => one.lastAt - other.lastAt || one.customerId - other.customerId)
      .slice(0, mostVisitors)
    const toCall = peopleOf(reader, missing.slice(0, mostCalled)).map((row) => ({
      ...person(row),
      lastVisit: row.last_visit ?? date,
      rhythmDays: row.rhythm_days ?? 0,
      visits: row.visits,
    }))
    const celebrating = birthdays.flatMap(({ on, people }) => {
      const lunar = new Map(people.map((one) => [one.customerId, one.lunar]))
      return peopleOf(reader, [...lunar.keys()]).map((row) => ({
        ...person(row),
        on,
        lunar: lunar.get(row.id) ?? false,
      }))
    })
    const all = new Set([...visitors, ...celebrating, ...toCall].map(({ customerId }) => customerId))
    return {
      date,
      visitors,
      birthdays: celebrating,
      toCall,
      toCallLeft: missing.length - toCall.length,
      people: all.size,
    }
  }

  return {
    masked: (date) => read(date ?? today(), maskPhone),
    async whole({ date, reason }) {
      const list = await read(date ?? today(), formatPhone)
      const at = clock.now()
      unit.write((tx) =>
        addPrintReason(tx, {
          id: ids.next(at),
          at,
          person_id: personId(),
          what: 'day',
          people: list.people,
          reason,
        }),
      )
      return list
    },
  }
}

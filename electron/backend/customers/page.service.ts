import type { CallOutput } from '#shared/contract/index.ts'
import type { BusinessDate } from '#shared/dates.ts'
import { formatPhone, maskPhone } from '#shared/phone.ts'
import type { Reader } from '../platform/db/statements.ts'
import { rhythmIn, usualIn } from './card.service.ts'
import { lastConsent } from './consents/consent.repo.ts'
import { wordings } from './consents/consents.service.ts'
import { type CustomerRow, readFigures } from './customers.repo.ts'
import { readHabit } from './figures/habit.repo.ts'
import { habitOf } from './figures/refreshing.service.ts'
import { householdView } from './households/households.service.ts'
import { mergesInto } from './merging/merge.repo.ts'
import { cardsOf, phonesOf } from './person/contact.repo.ts'
import { anniversariesOf, type DetailRow, readDetail } from './person/detail.repo.ts'
import { valuesOf } from './person/field.repo.ts'
import { fieldsOf } from './person/fields.service.ts'
import { tagsOf } from './person/tag.repo.ts'
import { type KeptDay, nextDay } from './person/year-days.ts'

type Page = CallOutput<'customers.page'>

/** Everything of one person. @param whole whether numbers are shown whole. */
export const pageOf = (reader: Reader, row: CustomerRow, today: BusinessDate, whole: boolean): Page => {
  const { id } = row
  const detail = readDetail(reader, id)
  const figures = readFigures(reader, id)
  const birthday = birthdayIn(detail)
  const phone = whole ? formatPhone : maskPhone
  return {
    id,
    name: row.name,
    phone: row.phone === null ? null : phone(row.phone),
    morePhones: phonesOf(reader, id).map((one) => ({ phone: phone(one.phone), label: one.label })),
    phonesMasked: !whole,
    memo: row.memo,
    joinedOn: row.joined_on,
    leftAt: row.left_at,
    birthday,
    nextBirthday: birthday === null ? null : nextDay(birthday, today),
    gender: detail?.gender ?? null,
    address: detail?.address ?? '',
    foundBy: detail?.found_by ?? '',
    allergies: detail?.allergies ?? '',
    cautions: detail?.cautions ?? '',
    tags: tagsOf(reader, id).map(({ name }) => name),
    days: anniversariesOf(reader, id).map(({ id: dayId, name, calendar, year, month, day, leap }) => {
      const when: KeptDay = { calendar, year, month, day, leap: leap === 1 }
      return { id: dayId, name, when, next: nextDay(when, today) }
    }),
    cards: cardsOf(reader, id).map(({ code, issued_at: issuedAt, ended_at: endedAt }) => ({
      code,
      issuedAt,
      endedAt,
    })),
    fields: fieldsWithValues(reader, id),
    visits: figures?.visits ?? 0,
    spend: figures?.spend ?? 0,
    points: figures?.points ?? 0,
    habits: habitsOf(reader, id, figures),
    consents: wordings(reader).map(({ kind }) => {
      const last = lastConsent(reader, id, kind)
      return { kind, given: last?.given ?? null, at: last?.at ?? null }
    }),
    household: householdView(reader, id),
    merges: mergesInto(reader, id),
  }
}

const birthdayIn = (detail: DetailRow | undefined): KeptDay | null => {
  if (detail?.birth_month == null || detail.birth_day === null) return null
  return {
    calendar: detail.birth_calendar,
    year: detail.birth_year,
    month: detail.birth_month,
    day: detail.birth_day,
    leap: detail.birth_leap === 1,
  }
}

/** Fields in use, and those put away of which something is known. */
const fieldsWithValues = (reader: Reader, id: number): Page['fields'] => {
  const values = new Map(
    valuesOf(reader, id).map((row) => [row.field_id, row.text ?? String(row.number ?? '')]),
  )
  return fieldsOf(reader)
    .filter((field) => !field.putAway || values.has(field.id))
    .map((field) => ({ ...field, value: values.get(field.id) ?? '' }))
}

const habitsOf = (reader: Reader, id: number, figures: ReturnType<typeof readFigures>): Page['habits'] => {
  const habit = readHabit(reader, id) ?? habitOf(reader, id)
  const { next_from: from, next_to: to } = habit
  const visits = figures?.visits ?? 0
  return {
    average: visits === 0 ? 0 : Math.round((figures?.spend ?? 0) / visits),
    firstVisit: figures?.first_visit ?? null,
    lastVisit: figures?.last_visit ?? null,
    weekday: habit.weekday,
    hour: habit.hour,
    rhythm: rhythmIn(habit),
    next: from === null || to === null ? null : { from, to },
    usual: usualIn(reader, habit),
  }
}

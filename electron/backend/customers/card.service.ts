import { z } from 'zod'
import type { CallOutput } from '#shared/contract/index.ts'
import { addDays, type BusinessDate, daysBetween } from '#shared/dates.ts'
import { maskPhone } from '#shared/phone.ts'
import type { Reader } from '../platform/db/statements.ts'
import { consentsTo } from './consents/consent.repo.ts'
import { boughtSince, type CustomerRow, readFigures } from './customers.repo.ts'
import { type HabitRow, latestVisits, readHabit, shownNames } from './figures/habit.repo.ts'
import { itemRhythms } from './figures/item-rhythm.ts'
import { habitOf } from './figures/refreshing.service.ts'
import { type Rhythm, timingOf } from './figures/rhythm.ts'
import { joinNames, type UsualItem } from './figures/usual.ts'
import { readDetail } from './person/detail.repo.ts'
import { counterFields } from './person/field.repo.ts'
import { tagsOf } from './person/tag.repo.ts'

type Card = CallOutput<'customers.card'>

const usualShown = 3
/** How far back something that is done every few months is looked for. */
const itemDays = 3 * 365
/** From so many days before it is due on, a thing is worth a word. */
const dueWithin = 14

/** What the counter shows of one customer. @param today business day. */
export const cardOf = (reader: Reader, row: CustomerRow, today: BusinessDate): Card => {
  const figures = readFigures(reader, row.id)
  const visits = figures?.visits ?? 0
  const spend = figures?.spend ?? 0
  const habit = readHabit(reader, row.id) ?? habitOf(reader, row.id)
  const detail = readDetail(reader, row.id)
  return {
    id: row.id,
    name: row.name,
    maskedPhone: row.phone === null ? null : maskPhone(row.phone),
    memo: row.memo,
    joinedOn: row.joined_on,
    visits,
    spend,
    average: visits === 0 ? 0 : Math.round(spend / visits),
    points: figures?.points ?? 0,
    lastVisit: figures?.last_visit ?? null,
    rhythmDays: habit.rhythm_days,
    timing: timingOf(
      rhythmIn(habit),
      latestVisits(reader, row.id).map(({ date }) => date),
      today,
    ),
    next:
      habit.next_from === null || habit.next_to === null
        ? null
        : { from: habit.next_from, to: habit.next_to },
    weekday: habit.weekday,
    hour: habit.hour,
    usual: usualIn(reader, habit),
    due: dueThings(reader, row.id, today),
    allergies: detail?.allergies ?? '',
    cautions: detail?.cautions ?? '',
    tags: tagsOf(reader, row.id).map(({ name }) => name),
    fields: counterFields(reader, row.id),
    marketingConsent: consentsTo(reader, row.id, 'marketing'),
  }
}

export const rhythmIn = (habit: HabitRow): Rhythm | null =>
  habit.rhythm_days === null
    ? null
    : {
        days: habit.rhythm_days,
        low: habit.rhythm_low ?? habit.rhythm_days,
        high: habit.rhythm_high ?? habit.rhythm_days,
      }

const kept = z.array(z.strictObject({ name: z.string(), times: z.number() }))

/** Kept by the names on the receipts; shown by those of the products, so that joined spellings are one thing. */
export const usualIn = (reader: Reader, habit: HabitRow): UsualItem[] => {
  const items = kept.parse(JSON.parse(habit.usual))
  if (items.length === 0) return []
  const names = shownNames(
    reader,
    items.map(({ name }) => name),
  )
  return joinNames(items, names).slice(0, usualShown)
}

const dueThings = (reader: Reader, id: number, today: BusinessDate): Card['due'] =>
  itemRhythms(boughtSince(reader, id, addDays(today, -itemDays)), today)
    .filter(({ from }) => daysBetween(today, from) <= dueWithin)
    .map(({ name, everyDays, from, to }) => ({
      name,
      everyDays,
      from,
      to,
      state: today < from ? 'soon' : today > to ? 'late' : 'now',
    }))

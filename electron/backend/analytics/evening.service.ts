import type { CallOutput } from '#shared/contract/index.ts'
import { addDays, type BusinessDate, businessDate, type EpochMs, koreanTime } from '#shared/dates.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader } from '../platform/db/statements.ts'
import { occasionDays } from '../segments/occasion-days.ts'
import { readShop } from '../shop/shop.service.ts'
import type { EveningRows } from './evening/evening.repo.ts'
import { dayPeriod } from './shares/periods.ts'
import type { Reading } from './thread/heavy.repo.ts'

type Evening = CallOutput<'analytics.evening'>

export interface EveningParts {
  readonly reader: Reader
  readonly reading: Reading
  readonly clock: Clock
  /** Papers that wait to be looked at. */
  readonly review: () => number
}

/** What the owner is told after closing. @returns a function of the day; null is today's business day. */
export const createEvening =
  ({ reader, reading, clock, review }: EveningParts) =>
  async (asked: BusinessDate | null): Promise<Evening> => {
    const now = clock.now()
    const begins = readShop(reader).closes_at_hour
    const today = businessDate(now, begins)
    const date = asked ?? today
    const rows = await reading.ask('eveningRows', { date, birthdays: occasionDays(addDays(date, 1), 0) })
    const day = dayOf(date, rows)
    const usualByNow = date === today && day.usual !== null ? soFar(day.hours, now, begins) : null
    return { ...day, usualByNow, ...peopleOf(rows), review: review() }
  }

const dayOf = (date: BusinessDate, { days, hours, usualHours, products }: EveningRows) => {
  const of = (day: BusinessDate) => days.find((row) => row.period === dayPeriod(day))
  const today = of(date)
  const before = addDays(date, -7)
  const lastWeek = of(before)
  const others = days.filter((row) => row !== today)
  const mean = (pick: (row: EveningRows['days'][number]) => number): number =>
    others.reduce((sum, row) => sum + pick(row), 0) / others.length
  const hoursSeen = [...new Set([...hours, ...usualHours].map(({ hour }) => hour))].sort((a, b) => a - b)
  return {
    date,
    net: today?.net ?? 0,
    sales: today?.sales ?? 0,
    refunds: today?.refunds ?? 0,
    guestNet: today?.guest_net ?? 0,
    guestSales: today?.guest_sales ?? 0,
    visits: today?.visits ?? 0,
    newcomers: today?.newcomers ?? 0,
    nameless: (today?.sales ?? 0) - (today?.guest_sales ?? 0),
    weekBefore: lastWeek === undefined ? null : { date: before, net: lastWeek.net, sales: lastWeek.sales },
    usual:
      others.length === 0
        ? null
        : { net: mean((row) => row.net), sales: mean((row) => row.sales), days: others.length },
    hours: hoursSeen.map((hour) => ({
      hour,
      net: netOf(hours, hour),
      usual: others.length === 0 ? 0 : netOf(usualHours, hour) / others.length,
    })),
    best: products.map(({ name, quantity, net }) => ({ name, quantity: quantity / 1000, net })),
  }
}

const netOf = (list: EveningRows['hours'], hour: number): number =>
  list.find((one) => one.hour === hour)?.net ?? 0

const peopleOf = ({ visitors, missing, missingCount, birthdays }: EveningRows) => ({
  visitors: visitors.map((row) => ({ ...row, isNew: row.isNew === 1 })),
  missing: [...missing],
  missingCount,
  birthdays: birthdays.map((row) => ({ ...row, lunar: row.lunar === 1 })),
})

/** What usually had come in by this time of a day that begins at that hour; of the hour that runs its part. */
const soFar = (
  hours: readonly { readonly hour: number; readonly usual: number }[],
  now: EpochMs,
  begins: number,
): number => {
  const { hour, minute } = koreanTime(now)
  const orderOf = (one: number): number => (one - begins + 24) % 24
  return hours.reduce((sum, one) => {
    if (orderOf(one.hour) > orderOf(hour)) return sum
    return sum + (one.hour === hour ? (one.usual * minute) / 60 : one.usual)
  }, 0)
}

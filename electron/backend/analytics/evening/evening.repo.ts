import { sql } from 'kysely'
import { addDays, type BusinessDate } from '#shared/dates.ts'
import type { Reader } from '../../platform/db/statements.ts'
import type { YearDay } from '../../segments/occasion-days.ts'
import { hoursOfDays, periodRows, rowsOf } from '../pictures/period.repo.ts'
import { type ProductRow, productRows } from '../pictures/products.repo.ts'
import type { PeriodSums } from '../pictures/spans.ts'
import { dayPeriod } from '../shares/periods.ts'

export interface EveningAsked {
  readonly date: BusinessDate
  /** Birthdays that are kept on the next day. */
  readonly birthdays: readonly YearDay[]
}

export interface VisitorRow {
  readonly customerId: number
  readonly name: string
  readonly net: number
  readonly visitNumber: number
  readonly isNew: number
  readonly lastAt: number
}

export interface MissingRow {
  readonly customerId: number
  readonly name: string
  readonly lastVisit: BusinessDate
  readonly rhythmDays: number
  readonly expectedBy: BusinessDate
  readonly spend: number
}

/** Everything that the evening page says, as it is kept. */
export interface EveningRows {
  /** The day and the four same weekdays before it, where there was anything. */
  readonly days: readonly PeriodSums[]
  readonly hours: readonly { readonly hour: number; readonly net: number }[]
  readonly usualHours: readonly { readonly hour: number; readonly net: number }[]
  readonly visitors: readonly VisitorRow[]
  readonly missing: readonly MissingRow[]
  readonly missingCount: number
  readonly birthdays: readonly {
    readonly customerId: number
    readonly name: string
    readonly lunar: number
  }[]
  readonly products: readonly ProductRow[]
}

/** Longer ago it is no absence of these days any more, but a group of its own. */
const missingSinceDays = 30
const mostVisitors = 300
const mostMissing = 12

export const eveningRows = (reader: Reader, { date, birthdays }: EveningAsked): EveningRows => {
  const before = [1, 2, 3, 4].map((weeks) => addDays(date, -7 * weeks))
  const period = dayPeriod(date)
  const days = [date, ...before].flatMap((day) =>
    periodRows(reader, [{ from: dayPeriod(day), to: dayPeriod(day) }]),
  )
  const open = before.filter((day) => days.some((row) => row.period === dayPeriod(day)))
  return {
    days,
    hours: hoursOfDays(reader, [date]),
    usualHours: hoursOfDays(reader, open),
    visitors: visitorsOf(reader, date),
    missing: missingOn(reader, date),
    missingCount: countMissing(reader, date),
    birthdays: birthdaysOf(reader, birthdays),
    products: productRows(reader, [{ from: period, to: period }]).slice(0, 5),
  }
}

/**
 * Who came, the latest first, and for the so manieth time on that day: of all visits less those that came later, of
 * which there are none on the day itself.
 */
const visitorsOf = (reader: Reader, date: BusinessDate): VisitorRow[] =>
  rowsOf<VisitorRow>(
    reader,
    sql`SELECT c.id AS customerId, c.name, sum(r.total) AS net, f.visits - (SELECT count(DISTINCT later.business_date)
          FROM receipt AS later CROSS JOIN customer_day AS own ON own.customer_id = later.customer_id
            AND own.day = CAST(replace(later.business_date, '-', '') AS INTEGER) AND own.visit = 1
          WHERE later.customer_id = c.id AND later.business_date > ${date}) AS visitNumber,
        f.first_visit = ${date} AS isNew, max(r.issued_at) AS lastAt
      FROM receipt AS r JOIN customer AS c ON c.id = r.customer_id
      JOIN customer_figures AS f ON f.customer_id = c.id
      JOIN customer_day AS d ON d.customer_id = c.id AND d.day = ${dayPeriod(date)} AND d.visit = 1
      WHERE r.business_date = ${date} GROUP BY c.id ORDER BY lastAt DESC, c.id LIMIT ${mostVisitors}`,
  )

/** Whose own rhythm says that they should have been here by now, and not long ago. */
const late = (date: BusinessDate) => sql`FROM customer_habit AS h
  JOIN customer_figures AS f ON f.customer_id = h.customer_id JOIN customer AS c ON c.id = h.customer_id
  WHERE h.next_to >= ${addDays(date, -missingSinceDays)} AND h.next_to < ${date} AND f.last_visit < ${date}
    AND c.left_at IS NULL`

const missingOn = (reader: Reader, date: BusinessDate): MissingRow[] =>
  rowsOf<MissingRow>(
    reader,
    sql`SELECT c.id AS customerId, c.name, f.last_visit AS lastVisit, h.rhythm_days AS rhythmDays,
        h.next_to AS expectedBy, f.spend ${late(date)} ORDER BY f.spend DESC, c.id LIMIT ${mostMissing}`,
  )

/** All of them, who spends most first. */
export const missingIds = (reader: Reader, date: BusinessDate): number[] =>
  rowsOf<{ id: number }>(reader, sql`SELECT c.id ${late(date)} ORDER BY f.spend DESC, c.id`).map(
    ({ id }) => id,
  )

const countMissing = (reader: Reader, date: BusinessDate): number =>
  rowsOf<{ many: number }>(reader, sql`SELECT count(*) AS many ${late(date)}`)[0]?.many ?? 0

/** Whose birthday is one of these days of the year. */
const birthdaysOf = (reader: Reader, days: readonly YearDay[]): EveningRows['birthdays'] =>
  rowsOf(
    reader,
    sql`SELECT c.id AS customerId, c.name, d.birth_calendar = 'lunar' AS lunar
      FROM customer_detail AS d JOIN customer AS c ON c.id = d.customer_id
      WHERE c.left_at IS NULL AND (${sql.join(days.map(isOn), sql` OR `)}) ORDER BY c.name, c.id LIMIT 50`,
  )

const isOn = ({ calendar, month, day, leap }: YearDay) => sql`(d.birth_calendar = ${calendar}
  AND d.birth_month = ${month} AND d.birth_day = ${day} AND d.birth_leap = ${leap ? 1 : 0})`

import { setImmediate as breathe } from 'node:timers/promises'
import type { SegmentSettings } from '#shared/contract/segments.ts'
import type { BusinessDate } from '#shared/dates.ts'
import { dateOf, dayPeriod, monthOf } from '../analytics/shares/periods.ts'
import type { Reader } from '../platform/db/statements.ts'
import type { Moment } from './heavy.ts'
import {
  customersBetween,
  daysOfCustomers,
  nextDay,
  type PersonRow,
  peopleAfter,
  peopleOf,
} from './people.repo.ts'
import type { Guest } from './ready-groups.ts'
import { guestOfRow, guestOfWalk, rowOfWalk, type Walk, walkTo } from './walk.ts'

/** The shop as it stood at the end of business days. */
export interface Past {
  /**
   * Those who have had receipts since as they were, counted from their days up to then; everybody else as they are now.
   * What the shop knows of a person (tags, consents, points, fields) is always as it is now.
   * @param asOf later than the day that was asked before. @returns null when it was stopped half-way.
   */
  at(
    asOf: BusinessDate,
  ): Promise<{ readonly moment: Moment; readonly guests: ReadonlyMap<number, Guest> } | null>
}

export interface PastParts {
  readonly reader: Reader
  readonly settings: SegmentSettings
  /** Asked after each piece. */
  readonly goesOn?: () => Promise<boolean>
  /** Whose figures have changed since it was asked last. */
  readonly changed?: () => readonly number[]
}

const peopleAPiece = 1000
const coursesAPiece = 100

export const createPast = ({
  reader,
  settings,
  goesOn = () => breathe(true),
  changed = () => [],
}: PastParts): Past => {
  /** Everybody as of the day that was asked last, by id. */
  let guests: Map<number, Guest> | null = null
  /** Those of them who have had receipts since. */
  const walks = new Map<number, Walk>()
  /** Hundreds of thousands of days share some thousand dates. */
  const dates = new Map<number, BusinessDate>()
  const dated = (day: number): BusinessDate => {
    const known = dates.get(day) ?? dateOf(day)
    dates.set(day, known)
    return known
  }

  const readEverybody = async (): Promise<Map<number, Guest> | null> => {
    const known = new Map<number, Guest>()
    for (let after = 0; ; ) {
      const page = peopleAfter(reader, after, peopleAPiece)
      takeIn(known, page)
      after = page.at(-1)?.customer_id ?? 0
      if (!(await goesOn())) return null
      if (page.length < peopleAPiece) return known
    }
  }

  const readWalks = (ids: readonly number[]): void => {
    for (const [id, days] of daysOfCustomers(reader, ids, dated))
      walks.set(id, { days, place: 0, visits: [], spend: 0, standing: null })
  }

  /** Everybody with a receipt after a day, a month of days at a time. @returns false when it was stopped. */
  const readLater = async (asOf: BusinessDate): Promise<boolean> => {
    const later = new Set<number>()
    for (let day = nextDay(reader, dayPeriod(asOf)); day !== null; ) {
      const end = endOfMonth(day)
      for (const id of customersBetween(reader, day, end)) later.add(id)
      day = nextDay(reader, end)
      if (!(await goesOn())) return false
    }
    const ids = [...later]
    for (let from = 0; from < ids.length; from += coursesAPiece) {
      readWalks(ids.slice(from, from + coursesAPiece))
      if (!(await goesOn())) return false
    }
    return true
  }

  /** Some of them as they are now. @returns whether somebody was not known yet. */
  const readAgain = (known: Map<number, Guest>, ids: readonly number[]): boolean => {
    for (const id of ids) walks.delete(id)
    const rows = peopleOf(reader, ids)
    const isNew = rows.some(({ customer_id: id }) => !known.has(id))
    const gone = new Set(ids)
    for (const { customer_id: id } of rows) gone.delete(id)
    for (const id of gone) known.delete(id)
    takeIn(known, rows)
    readWalks(rows.map(({ customer_id: id }) => id))
    return isNew
  }

  /** What has come about while earlier days were looked at, an import of thousands too. @returns null when it was stopped. */
  const keptUp = async (known: Map<number, Guest>): Promise<Map<number, Guest> | null> => {
    let isNew = false
    for (let ids = changed(); ids.length > 0; ids = changed())
      for (let from = 0; from < ids.length; from += coursesAPiece) {
        if (readAgain(known, ids.slice(from, from + coursesAPiece))) isNew = true
        if (!(await goesOn())) return null
      }
    return isNew ? new Map([...known].sort(([a], [b]) => a - b)) : known
  }

  return {
    async at(asOf) {
      if (guests === null) {
        // Whatever has changed so far is read now.
        changed()
        const everybody = await readEverybody()
        if (everybody === null || !(await readLater(asOf))) return null
        guests = everybody
      }
      const now = await keptUp(guests)
      if (now === null) return null
      guests = now
      const earlier: Moment['earlier'][number][] = []
      let count = 0
      for (const [id, walk] of walks) {
        if (walkTo(walk, asOf, settings)) {
          const joinedOn = guests.get(id)?.joinedOn
          if (joinedOn !== undefined) guests.set(id, guestOfWalk(walk, joinedOn))
          // A standing is reckoned from all visits so far, and takes so much longer than passing by.
          count += peopleAPiece / coursesAPiece
        }
        if (walk.place === walk.days.length) walks.delete(id)
        else earlier.push(rowOfWalk(id, walk))
        count += 1
        if (count < peopleAPiece) continue
        count = 0
        if (!(await goesOn())) return null
      }
      return { moment: { asOf, earlier, complete: earlier.length === 0 }, guests }
    },
  }
}

const takeIn = (known: Map<number, Guest>, rows: readonly PersonRow[]): void => {
  for (const row of rows) known.set(row.customer_id, guestOfRow(row))
}

/** No day of that month lies after it. */
const endOfMonth = (day: number): number => monthOf(day) * 100 + 99

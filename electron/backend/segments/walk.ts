import type { SegmentSettings } from '#shared/contract/segments.ts'
import type { BusinessDate } from '#shared/dates.ts'
import type { EarlierRow } from './heavy.ts'
import { type Standing, standingOf } from './life-cycle.ts'
import type { Guest } from './ready-groups.ts'

/** A business day on which somebody has receipts. */
export interface CustomerDay {
  readonly date: BusinessDate
  /** Whether a sale of that day was not given back whole. */
  readonly visit: boolean
  /** Won. */
  readonly net: number
}

/** Somebody's days, walked along from the first to the last. */
export interface Walk {
  /** Ascending. */
  readonly days: readonly CustomerDay[]
  /** So many of them are behind. */
  place: number
  readonly visits: BusinessDate[]
  spend: number
  standing: Standing | null
}

/** Goes on to the end of a business day. @returns whether anything lay on the way, or the walk had not begun. */
export const walkTo = (walk: Walk, asOf: BusinessDate, settings: SegmentSettings): boolean => {
  const begins = walk.place === 0
  const before = walk.visits.length
  const from = walk.place
  for (let next = walk.days[from]; next !== undefined && next.date <= asOf; next = walk.days[walk.place]) {
    walk.place += 1
    walk.spend += next.net
    if (next.visit) walk.visits.push(next.date)
  }
  if (walk.visits.length > before) walk.standing = standingOf(walk.visits, settings)
  return begins || walk.place > from
}

export const guestOfWalk = ({ visits, spend, standing }: Walk, joinedOn: BusinessDate): Guest => ({
  joinedOn,
  visits: visits.length,
  spend,
  firstVisit: visits[0] ?? null,
  lastVisit: visits.at(-1) ?? null,
  atRiskFrom: standing?.atRiskFrom ?? null,
  lostFrom: standing?.lostFrom ?? null,
  returnedOn: standing?.returnedOn ?? null,
})

export const rowOfWalk = (id: number, { visits, spend, standing }: Walk): EarlierRow => [
  id,
  visits.length,
  spend,
  visits[0] ?? null,
  visits.at(-1) ?? null,
  standing?.rhythmDays ?? null,
  standing?.atRiskFrom ?? null,
  standing?.lostFrom ?? null,
  standing?.returnedOn ?? null,
]

/** Somebody as they stand now, as rows have it. */
export interface NowRow {
  readonly joined_on: BusinessDate
  readonly visits: number
  readonly spend: number
  readonly first_visit: BusinessDate | null
  readonly last_visit: BusinessDate | null
  readonly at_risk_from: BusinessDate | null
  readonly lost_from: BusinessDate | null
  readonly returned_on: BusinessDate | null
}

/** Somebody as they stand now. */
export const guestOfRow = (row: NowRow): Guest => ({
  joinedOn: row.joined_on,
  visits: row.visits,
  spend: row.spend,
  firstVisit: row.first_visit,
  lastVisit: row.last_visit,
  atRiskFrom: row.at_risk_from,
  lostFrom: row.lost_from,
  returnedOn: row.returned_on,
})

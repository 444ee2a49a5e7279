import { setImmediate as breathe } from 'node:timers/promises'
import type { SegmentSettings } from '#shared/contract/segments.ts'
import type { BusinessDate } from '#shared/dates.ts'
import { dayPeriod } from '../analytics/shares/periods.ts'
import type { Reader } from '../platform/db/statements.ts'
import type { EarlierRow, Moment } from './heavy.ts'
import { standingOf } from './life-cycle.ts'
import { changedSince, coursesOf } from './people.repo.ts'

const pieceSize = 100

/**
 * The shop at the end of a business day: those who have had receipts since are counted from their receipts up to then,
 * in pieces. What the shop knows of a person (tags, consents, points, fields) is always as it is now.
 */
export const momentAt = async (
  reader: Reader,
  settings: SegmentSettings,
  asOf: BusinessDate,
): Promise<Moment> => {
  const ids = changedSince(reader, dayPeriod(asOf))
  const earlier: EarlierRow[] = []
  for (let from = 0; from < ids.length; from += pieceSize) {
    const courses = coursesOf(reader, ids.slice(from, from + pieceSize), asOf)
    for (const [id, { visits, spend }] of courses) {
      const standing = standingOf(visits, settings)
      earlier.push([
        id,
        visits.length,
        spend,
        visits[0] ?? null,
        visits.at(-1) ?? null,
        standing?.rhythmDays ?? null,
        standing?.atRiskFrom ?? null,
        standing?.lostFrom ?? null,
        standing?.returnedOn ?? null,
      ])
    }
    await breathe()
  }
  return { asOf, earlier, complete: ids.length === 0 }
}

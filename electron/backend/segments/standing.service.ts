import { setImmediate as breathe } from 'node:timers/promises'
import type { SegmentSettings } from '#shared/contract/segments.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import { standingOf } from './life-cycle.ts'
import { coursesOf } from './people.repo.ts'
import { dueStandings, putStandings, type StandingRow } from './standing.repo.ts'

/** Keeps everybody's standing up with their figures; triggers say whose is due. */
export interface Standings {
  /** All that are due, in pieces; resolves when none is. */
  freshen(): Promise<void>
  /** One piece at once. @returns whether it was the last. */
  piece(): boolean
}

/** So many people's visits are read and written within some milliseconds. */
const pieceSize = 100
const endless = '9999-12-31'

export const createStandings = (
  reader: Reader,
  unit: UnitOfWork,
  settings: () => SegmentSettings,
): Standings => {
  const piece = (): boolean => {
    const due = dueStandings(reader, pieceSize)
    if (due.length === 0) return true
    const limits = settings()
    const known = due.flatMap(({ known: id }) => (id === null ? [] : [id]))
    const courses = known.length === 0 ? new Map() : coursesOf(reader, known, endless)
    const rows = [...courses].flatMap(([id, { visits }]): StandingRow[] => {
      const standing = standingOf(visits, limits)
      if (standing === null) return []
      return [
        {
          customer_id: id,
          rhythm_days: standing.rhythmDays,
          at_risk_from: standing.atRiskFrom,
          lost_from: standing.lostFrom,
          returned_on: standing.returnedOn,
        },
      ]
    })
    unit.write((tx) =>
      putStandings(
        tx,
        due.map((one) => one.customer_id),
        rows,
      ),
    )
    return due.length < pieceSize
  }
  let running: Promise<void> | null = null
  const all = async (): Promise<void> => {
    while (!piece()) await breathe()
  }
  return {
    piece,
    freshen() {
      running ??= all().finally(() => {
        running = null
      })
      return running
    },
  }
}

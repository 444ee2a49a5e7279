import { setImmediate as breathe } from 'node:timers/promises'
import type { SegmentSettings } from '#shared/contract/segments.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import { standingOf } from './life-cycle.ts'
import { visitsOf } from './people.repo.ts'
import { dueStandings, putStandings, type StandingRow } from './standing.repo.ts'

/** Keeps everybody's standing up with their figures; triggers say whose is due. */
export interface Standings {
  /** All that are due, in pieces; resolves when none is. */
  freshen(): Promise<void>
  /** One piece at once. @returns whether it was the last. */
  piece(): boolean
  /** From now on remembers whose figures have changed, for one who looks at everybody for a while. */
  watch(): Watch
}

export interface Watch {
  /** Those whose standing was counted since it was asked last. */
  take(): number[]
  end(): void
}

/** So many people's visits are read and written within some milliseconds. */
const pieceSize = 400

export const createStandings = (
  reader: Reader,
  unit: UnitOfWork,
  settings: () => SegmentSettings,
): Standings => {
  const watching = new Set<Set<number>>()
  const piece = (): boolean => {
    const due = dueStandings(reader, pieceSize)
    if (due.length === 0) return true
    const limits = settings()
    const known = due.flatMap(({ known: id }) => (id === null ? [] : [id]))
    const rows = [...visitsOf(reader, known)].flatMap(([id, visits]): StandingRow[] => {
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
    const ids = due.map((one) => one.customer_id)
    unit.write((tx) => putStandings(tx, ids, rows))
    for (const seen of watching) for (const id of ids) seen.add(id)
    return due.length < pieceSize
  }
  let running: Promise<void> | null = null
  const all = async (): Promise<void> => {
    while (!piece()) await breathe()
  }
  return {
    piece,
    watch() {
      const seen = new Set<number>()
      watching.add(seen)
      return {
        take() {
          const ids = [...seen]
          seen.clear()
          return ids
        },
        end: () => void watching.delete(seen),
      }
    },
    freshen() {
      running ??= all().finally(() => {
        running = null
      })
      return running
    },
  }
}

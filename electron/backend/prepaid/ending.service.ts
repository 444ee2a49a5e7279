import type { EpochMs } from '#shared/dates.ts'
import { dayReached } from '../loyalty/day.service.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import { holdingsEnded } from './holdings.repo.ts'
import type { Till } from './till.service.ts'

/** Prepaid whose last day is over: never before the day that was said, whatever the PC's clock says. */
export interface PrepaidEnding {
  /** One small piece of what is due, in a unit of work of its own. @returns whether there is more. */
  step(at: EpochMs): boolean
}

/** Over before somebody at the counter notices. */
const piece = 50

export const createPrepaidEnding = (reader: Reader, unit: UnitOfWork, till: Till): PrepaidEnding => ({
  step(at) {
    const due = holdingsEnded(reader, dayReached(reader, at), piece)
    if (due.length === 0) return false
    unit.write((tx) => {
      for (const holding of due) till.end(tx, holding, at)
    })
    return due.length === piece
  },
})

import type { Log } from './platform/log/log.ts'
import { latestTimes } from './shop/clock.repo.ts'
import { type ClockFault, clockFault } from './shop/clock-fault.ts'
import type { Site } from './site.ts'

/** Looks now and then whether the PC's clock agrees with the tills, and says so when that changes. */
export interface ClockWatch {
  fault(): ClockFault | null
  look(): void
}

export const createClockWatch = (parts: {
  readonly site: () => Site
  readonly now: () => number
  readonly log: Log
  readonly changed: () => void
}): ClockWatch => {
  const { site, now, log, changed } = parts
  let told: ClockFault | null = null
  const fault = (): ClockFault | null =>
    site().closedBecause() === null ? clockFault(now(), latestTimes(site().open().ledger.reader)) : null
  return {
    fault,
    look() {
      const found = fault()
      if (found === told) return
      told = found
      if (found !== null) log.warn('clock.differs', { fault: found })
      changed()
    },
  }
}

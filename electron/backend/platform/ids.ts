import type { EpochMs } from '#shared/dates.ts'

/**
 * Row ids that grow with time and never repeat, whatever the clock does: milliseconds × 1024 + a counter,
 * and always more than the last. They stay safe integers until the year 2248.
 */
export interface Ids {
  next(now: EpochMs): number
}

/** @param last the greatest id in use, from the ledger. */
export const createIds = (last: number): Ids => {
  let latest = last
  return {
    next(now) {
      latest = Math.max(latest + 1, now * 1024)
      return latest
    },
  }
}

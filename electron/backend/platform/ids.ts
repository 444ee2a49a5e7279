import type { EpochMs } from '#shared/dates.ts'

/**
 * Row ids that grow with time and never repeat, whatever the clock does: milliseconds × 1024 + a counter,
 * and always more than the last. They stay safe integers until the year 2248.
 */
export interface Ids {
  next(now: EpochMs): number
}

/** Ids that can say how far they have come; `ledger_state.last_id` keeps it across starts. */
export interface TrackedIds extends Ids {
  readonly latest: () => number
}

/** @param last the greatest id ever given, from the ledger. */
export const createIds = (last: number): TrackedIds => {
  let latest = last
  return {
    next(now) {
      latest = Math.max(latest + 1, now * 1024)
      return latest
    },
    latest: () => latest,
  }
}

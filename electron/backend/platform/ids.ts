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

/** A PC whose clock has lost its battery may say anything; from here on ids would stop being exact. */
const furthest: EpochMs = Date.UTC(2200, 0, 1)

/** @param last the greatest id ever given, from the ledger. */
export const createIds = (last: number): TrackedIds => {
  let latest = last
  return {
    next(now) {
      const byClock = now < furthest ? Math.floor(now) * 1024 : 0
      latest = byClock > latest ? byClock : latest + 1
      return latest
    },
    latest: () => latest,
  }
}

import type { EpochMs } from '#shared/dates.ts'

/** Passed in wherever time matters, so that it can be set in tests. */
export interface Clock {
  now(): EpochMs
}

export const systemClock: Clock = { now: () => Date.now() }

import type { EpochMs } from '#shared/dates.ts'

/** Three years (개인정보의 안전성 확보조치 기준, article on managing access rights), and a little more. */
export const rightsKeptFor = 3 * 366 * 24 * 60 * 60_000

/**
 * Changes of rights from before this moment may go. A clock that jumped ahead throws nothing away: time has come as far
 * as the newest change says, not further than one time of keeping beyond it.
 * @param newest when the latest change was made; null without any.
 */
export const rightsMayGoBefore = (now: EpochMs, newest: EpochMs | null): EpochMs =>
  Math.min(now, newest ?? now) - rightsKeptFor

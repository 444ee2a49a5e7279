import type { z } from 'zod'
import type { backupSettings } from '#shared/contract/backup.ts'
import { type EpochMs, epochOf, koreanTime } from '#shared/dates.ts'

export type BackupSettings = z.output<typeof backupSettings>

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs
/** After a failure it is not tried again at once. */
const restMs = 10 * 60 * 1000

export interface LastTimes {
  /** The newest whole copy on this target. */
  readonly madeAt: EpochMs | null
  /** The last try, however it ended. */
  readonly triedAt: EpochMs | null
}

/** The latest moment at or before `now` at which the clock struck that hour in Korea. */
export const lastStrike = (hour: number, now: EpochMs): EpochMs => {
  const { year, month, day } = koreanTime(now)
  const today = epochOf(year, month, day, hour)
  if (today === null) throw new Error(`There is no hour ${hour}`)
  return today <= now ? today : today - dayMs
}

/**
 * Whether a copy is due on a target. A PC that was off at the hour makes the day's copy when it is on again; a
 * clock that was set back does not stop them.
 */
export const isDue = (
  settings: BackupSettings,
  kind: 'folder' | 'stick',
  { madeAt, triedAt }: LastTimes,
  now: EpochMs,
): boolean => {
  if (triedAt !== null && triedAt <= now && now - triedAt < restMs) return false
  const made = madeAt === null || madeAt > now ? Number.NEGATIVE_INFINITY : madeAt
  if (settings.hourly && kind === 'stick' && now - made >= hourMs) return true
  return settings.daily && made < lastStrike(settings.dailyHour, now)
}

import type { EpochMs } from '#shared/dates.ts'
import { formatNumber } from '#shared/won.ts'
import type { AppStatus } from '../../api/types.ts'

/** How the line about the last backup is to be taken. */
export type Standing = 'none' | 'proven' | 'old' | 'rotten'

const tooLongMs = 3 * 24 * 60 * 60 * 1000

/** Red after three days without one, and when the last one turned out not to be whole. */
export const standingOf = (last: AppStatus['lastBackup'], now: EpochMs): Standing => {
  if (last === null) return 'none'
  if (!last.proven) return 'rotten'
  return now - last.at > tooLongMs ? 'old' : 'proven'
}

const units = ['KB', 'MB', 'GB', 'TB'] as const

/** `812 MB`, `14.2 GB`; in thousands, as sticks are sold. */
export const sizeText = (bytes: number): string => {
  let size = bytes / 1000
  let unit: (typeof units)[number] = 'KB'
  for (const next of units.slice(1)) {
    if (size < 1000) break
    size /= 1000
    unit = next
  }
  const text =
    size < 100 && unit !== 'KB' ? (Math.floor(size * 10) / 10).toFixed(1) : formatNumber(Math.floor(size))
  return `${text} ${unit}`
}

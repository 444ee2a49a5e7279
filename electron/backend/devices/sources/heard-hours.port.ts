import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { EpochMs } from '#shared/dates.ts'
import { writeFileAtomically } from '../../platform/files/atomic.ts'
import { hoursOf, isQuiet, textOfHours, withHour } from './heard-hours.ts'

/** When a source is usually heard; outlives the program. Losing it costs a week of learning and nothing else. */
export interface Habit {
  heard(at: EpochMs): void
  quiet(now: EpochMs): boolean
}

/** @param path of its note; made when it is missing. What the disk refuses is kept in memory. */
export const openHabit = (path: string): Habit => {
  let hours = hoursOf(textIn(path))
  return {
    heard(at) {
      const next = withHour(hours, at)
      if (next === hours) return
      hours = next
      try {
        mkdirSync(dirname(path), { recursive: true })
        writeFileAtomically(path, Buffer.from(textOfHours(hours)))
      } catch {
        // Written with the next hour.
      }
    },
    quiet: (now) => isQuiet(hours, now),
  }
}

const textIn = (path: string): string => {
  try {
    return existsSync(path) ? readFileSync(path, 'utf8') : ''
  } catch {
    return ''
  }
}

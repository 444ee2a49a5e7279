import { statSync } from 'node:fs'
import type { Connection } from './open.ts'

/** About a thousand pages. */
const limit = 4 * 1024 * 1024
/**
 * Work without a pause, such as an import, lets it grow so far and no further: about one commit in two hundred meets
 * it, and what many commits wrote to one page is brought back once.
 */
const mostWaiting = 16 * 1024 * 1024
/** While long work goes on beside the counter: each step takes a few milliseconds, and never waits for a pause. */
const smallStep = 1024 * 1024
/** Long enough for the answer to go out and the slip to begin, short enough for the next receipt not to meet it. */
const pauseMs = 50

export interface Checkpointer {
  /** To be called after each commit. */
  committed(): void
  /** Long work begins, or ends: in its middle there is no pause, and a counter that waits for all at once would feel it. */
  inSmallSteps(on: boolean): void
}

/**
 * Brings the WAL back into the ledger and cuts it to nothing once it has grown. SQLite's own way would leave
 * used-up frames in the file: should one of them be damaged later, the older ones before it would count again
 * and lie over newer pages. It takes as long as dozens of commits, so it waits for a pause: one receipt in forty
 * would be late otherwise.
 */
export const createCheckpointer = (db: Connection, wal: string): Checkpointer => {
  db.pragma('wal_autocheckpoint = 0')
  let next = limit
  let due: NodeJS.Timeout | null = null
  let small = false
  const sizeNow = (): number => statSync(wal, { throwIfNoEntry: false })?.size ?? 0
  const bringBack = (): void => {
    if (due !== null) clearTimeout(due)
    due = null
    if (!db.open || db.inTransaction) return
    // A reader that is in the middle of something must not hold up the counter: tried again later.
    const before = sizeNow()
    const step = small ? smallStep : limit
    next = truncateWal(db) ? step : before + step
  }
  return {
    committed() {
      const size = sizeNow()
      if (size < next) return
      if (small || size >= next - limit + mostWaiting) bringBack()
      else if (due === null) due = setTimeout(bringBack, pauseMs).unref()
      // Only silence is a pause: receipts that follow each other would each meet it.
      else due.refresh()
    },
    inSmallSteps(on) {
      small = on
      next = on ? smallStep : limit
    },
  }
}

/** False when a reader still needs what is in the WAL, or the disk refuses: what was committed stays safe there. */
export const truncateWal = (db: Connection): boolean => {
  const waited = Number(db.pragma('busy_timeout', { simple: true }))
  db.pragma('busy_timeout = 0')
  try {
    return db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0
  } catch {
    return false
  } finally {
    db.pragma(`busy_timeout = ${waited}`)
  }
}

import { statSync } from 'node:fs'
import type { Connection } from './open.ts'

/** About a thousand pages. */
const limit = 4 * 1024 * 1024
/** Work without a pause, such as an import, lets it grow so far and no further. */
const mostWaiting = 8 * 1024 * 1024
/** Long enough for the answer to go out and the slip to begin, short enough for the next receipt not to meet it. */
const pauseMs = 50

/**
 * Brings the WAL back into the ledger and cuts it to nothing once it has grown. SQLite's own way would leave
 * used-up frames in the file: should one of them be damaged later, the older ones before it would count again
 * and lie over newer pages. It takes as long as dozens of commits, so it waits for a pause: one receipt in forty
 * would be late otherwise.
 * @returns to be called after each commit.
 */
export const createCheckpointer = (db: Connection, wal: string): (() => void) => {
  db.pragma('wal_autocheckpoint = 0')
  let next = limit
  let due: NodeJS.Timeout | null = null
  const sizeNow = (): number => statSync(wal, { throwIfNoEntry: false })?.size ?? 0
  const bringBack = (): void => {
    if (due !== null) clearTimeout(due)
    due = null
    if (!db.open || db.inTransaction) return
    // A reader that is in the middle of something must not hold up the counter: tried again later.
    const before = sizeNow()
    next = truncateWal(db) ? limit : before + limit
  }
  return () => {
    const size = sizeNow()
    if (size < next) return
    if (size >= next - limit + mostWaiting) bringBack()
    else due ??= setTimeout(bringBack, pauseMs).unref()
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

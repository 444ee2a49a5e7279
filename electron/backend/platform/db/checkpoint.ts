import { statSync } from 'node:fs'
import type { Connection } from './open.ts'

/** About a thousand pages. */
const limit = 4 * 1024 * 1024

/**
 * Brings the WAL back into the ledger and cuts it to nothing once it has grown. SQLite's own way would leave
 * used-up frames in the file: should one of them be damaged later, the older ones before it would count again
 * and lie over newer pages.
 * @returns to be called after each commit.
 */
export const createCheckpointer = (db: Connection, wal: string): (() => void) => {
  db.pragma('wal_autocheckpoint = 0')
  let next = limit
  return () => {
    const size = statSync(wal, { throwIfNoEntry: false })?.size ?? 0
    if (size < next) return
    // A reader that is in the middle of something must not hold up the counter: tried again later.
    next = truncateWal(db) ? limit : size + limit
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

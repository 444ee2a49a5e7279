import { statSync } from 'node:fs'
import { firstPortion, nextPortion } from './checkpoint-portion.ts'
import type { Connection } from './open.ts'

const megabyte = 1024 * 1024
/** What a few receipts write. Bringing it back takes some two milliseconds, and waits for a pause. */
const few = 0.4 * megabyte
/** What is worth a turn of its own between two pieces of long work. */
const step = 0.75 * megabyte
/**
 * A commit of this size is one of many papers at once, or of an import: what many of those wrote to one page is brought
 * back once, when it is as much as this, or in the pause after them.
 */
const batch = 0.25 * megabyte
const much = 4 * megabyte
const mostWaiting = 16 * megabyte
/** Long enough for the answer to go out and the slip to begin, short enough for the next receipt not to meet it. */
const pauseMs = 50

export interface Checkpointer {
  /** To be called after each commit. */
  committed(): void
  /**
   * For long work beside the counter, between two of its pieces: brings back what waits, some milliseconds' worth.
   * @returns whether that took any time, so that others should have their turn.
   */
  step(): boolean
}

/**
 * Brings the WAL back into the ledger and cuts it to nothing once it has grown. SQLite's own way would leave
 * used-up frames in the file: should one of them be damaged later, the older ones before it would count again
 * and lie over newer pages. Never within a receipt's commit: in a pause after it, or else in a turn of its own. Only a
 * ledger that is written without any turn for others does it at once, at 16 MB.
 */
export const createCheckpointer = (db: Connection, wal: string): Checkpointer => {
  db.pragma('wal_autocheckpoint = 0')
  let before = 0
  /** What a reader in the middle of something kept from being brought back. */
  let held = 0
  let due: NodeJS.Timeout | null = null
  let turn: NodeJS.Immediate | null = null
  /** Receipts that follow each other leave no pause: then so much is brought back between two of them. */
  let portion = firstPortion
  const sizeNow = (): number => statSync(wal, { throwIfNoEntry: false })?.size ?? 0
  const bringBack = (): void => {
    if (due !== null) clearTimeout(due)
    if (turn !== null) clearImmediate(turn)
    due = null
    turn = null
    if (!db.open || db.inTransaction) return
    const size = sizeNow()
    // A reader that is in the middle of something must not hold up the counter: tried again later.
    held = truncateWal(db) ? 0 : size
    before = sizeNow()
  }
  const inATurn = (): void => {
    const start = performance.now()
    bringBack()
    if (held === 0) portion = nextPortion(portion, performance.now() - start)
  }
  const inAPause = (): void => {
    // Only silence is a pause: receipts that follow each other would each meet it.
    if (due === null) due = setTimeout(bringBack, pauseMs).unref()
    else due.refresh()
  }
  return {
    committed() {
      const size = sizeNow()
      const grown = size - before
      before = size
      if (size < held) held = 0
      const waiting = size - held
      if (waiting >= mostWaiting) bringBack()
      else if (grown < batch && waiting >= portion) turn ??= setImmediate(inATurn)
      else if (held > 0 || waiting >= (grown < batch ? few : much)) inAPause()
    },
    step() {
      if (sizeNow() - held < step) return false
      bringBack()
      return true
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

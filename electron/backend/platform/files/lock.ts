import Database from 'better-sqlite3'
import { DangolError } from '#shared/errors.ts'
import { guarded, ledgerError } from '../db/sqlite-errors.ts'

export interface FileLock {
  release(): void
}

/**
 * One process at a time may write a ledger and its journal. The lock is the operating system's own (taken by
 * SQLite on an empty file beside the ledger): it ends with the process, however that ends, and cannot be left
 * behind by a `kill -9`. On POSIX it would end early if this process opened and closed the same file by other
 * means: nobody but this module touches it.
 * @throws DangolError `ledger.in-use`, `ledger.io`.
 */
export const lockFile = (path: string): FileLock => {
  const db = guarded(() => new Database(path, { timeout: 0 }))
  try {
    // Nothing is ever written here, so there is nothing to roll back after a crash either.
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    const known = ledgerError(error)
    // Whatever lies at that path is not our lock; the ledger itself is not hurt by it.
    if (known instanceof DangolError && known.code === 'ledger.damaged')
      throw new DangolError('ledger.io', known.params, { cause: error })
    throw known
  }
  return {
    release() {
      if (!db.open) return
      db.exec('ROLLBACK')
      db.close()
    },
  }
}

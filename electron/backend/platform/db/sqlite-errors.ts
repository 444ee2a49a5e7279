import Database from 'better-sqlite3'
import { DangolError, type ErrorCode, isDangolError } from '#shared/errors.ts'

/** SQLite's result codes, without their extensions, that stop being SQLite's business and become the shop's. */
const codes: Readonly<Record<string, ErrorCode>> = {
  SQLITE_FULL: 'ledger.disk-full',
  SQLITE_IOERR: 'ledger.io',
  SQLITE_CANTOPEN: 'ledger.io',
  SQLITE_READONLY: 'ledger.io',
  SQLITE_PERM: 'ledger.io',
  SQLITE_CORRUPT: 'ledger.damaged',
  SQLITE_NOTADB: 'ledger.damaged',
  SQLITE_BUSY: 'ledger.in-use',
  SQLITE_LOCKED: 'ledger.in-use',
}

const sqliteCode = (error: unknown): string | null =>
  error instanceof Database.SqliteError && typeof error.code === 'string' ? error.code : null

/** `SQLITE_IOERR_WRITE` and its kin are looked up by their first two words. */
const plainCode = (code: string): string => code.split('_').slice(0, 2).join('_')

/**
 * Puts what SQLite or the disk threw into one of the ledger's codes. Anything else (a broken constraint, a
 * mistake in the program) comes back as it was. A disk that fills up while SQLite grows its shared-memory
 * file is told as an I/O error, which is why the cause is kept.
 */
export const ledgerError = (error: unknown): unknown => {
  if (isDangolError(error)) return error
  const sqlite = sqliteCode(error)
  if (sqlite !== null) {
    const code = codes[plainCode(sqlite)]
    return code === undefined ? error : new DangolError(code, { sqlite }, { cause: error })
  }
  return systemError(error)
}

const systemError = (error: unknown): unknown => {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return error
  const reason = String(error.code)
  const full = reason === 'ENOSPC' || reason === 'EDQUOT'
  return new DangolError(full ? 'ledger.disk-full' : 'ledger.io', { reason }, { cause: error })
}

/** Runs `work`; what SQLite or the disk throws leaves as a `DangolError`. */
export const guarded = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw ledgerError(error)
  }
}

/** True when a row would have repeated a value that has to be unique. */
export const isUniqueViolation = (error: unknown): boolean => {
  const code = sqliteCode(error)
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}

/** True when the disk or the file is at fault, not the one statement. */
export const isStorageFault = (error: unknown): boolean =>
  isDangolError(error) && storageFaults.has(error.code)

const storageFaults: ReadonlySet<ErrorCode> = new Set(Object.values(codes))

import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { DangolError } from '#shared/errors.ts'
import { guarded } from './sqlite-errors.ts'

export type Connection = Database.Database

export interface OpenOptions {
  /** 32 bytes, used as they are: the passphrase was stretched before. */
  readonly key: Uint8Array
  /** `create` refuses a file that is there; the other two refuse one that is not. */
  readonly mode: 'create' | 'write' | 'read'
  /** Milliseconds to wait for another connection's lock. */
  readonly busyMs?: number
}

/**
 * One connection to an encrypted ledger (SQLCipher 4 format, raw 256-bit key).
 * @throws DangolError `ledger.none`, `ledger.empty-file`, `ledger.damaged` (which a foreign key looks like as
 * well), `ledger.exists`, `ledger.io`, `ledger.disk-full`.
 */
export const openDatabase = (path: string, options: OpenOptions): Connection =>
  guarded(() => {
    checkFile(path, options.mode)
    const db = new Database(path, {
      readonly: options.mode === 'read',
      fileMustExist: options.mode !== 'create',
      timeout: options.busyMs ?? 2000,
    })
    try {
      unlock(db, options.key)
      prepare(db, options.mode)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  })

const checkFile = (path: string, mode: OpenOptions['mode']): void => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (mode === 'create') {
    if (stat !== undefined) throw new DangolError('ledger.exists')
    return
  }
  if (stat === undefined) throw new DangolError('ledger.none')
  // SQLite would take an empty file for a new, empty database and say that all is well.
  if (stat.size === 0) throw new DangolError('ledger.empty-file')
}

const unlock = (db: Connection, key: Uint8Array): void => {
  if (key.length !== 32) throw new Error('The ledger key has to be 32 bytes')
  db.pragma("cipher='sqlcipher'")
  db.pragma('legacy=4')
  db.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`)
  // The first page is read and its authentication checked here.
  db.prepare('SELECT count(*) FROM sqlite_master').get()
}

const prepare = (db: Connection, mode: OpenOptions['mode']): void => {
  if (mode !== 'read') expectPragma(db, 'journal_mode', 'WAL', 'wal')
  // A reopened WAL database would take NORMAL and lose committed receipts in a power cut.
  expectPragma(db, 'synchronous', 'FULL', 2)
  expectPragma(db, 'foreign_keys', 'ON', 1)
  expectPragma(db, 'secure_delete', 'ON', 1)
  expectPragma(db, 'trusted_schema', 'OFF', 0)
  expectPragma(db, 'temp_store', 'MEMORY', 2)
  db.pragma(`cache_size = -${cacheKiB}`)
}

/**
 * A page that falls out of SQLite's cache has to be decrypted again; its own 2 MB do not even hold the customers of a
 * large shop with their indexes.
 */
const cacheKiB = 16 * 1024

const expectPragma = (db: Connection, name: string, value: string, expected: unknown): void => {
  db.pragma(`${name} = ${value}`)
  const found = db.pragma(name, { simple: true })
  if (found !== expected) throw new Error(`SQLite kept ${name} at ${String(found)}`)
}

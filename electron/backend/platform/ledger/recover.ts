import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DangolError, isDangolError } from '#shared/errors.ts'
import { readKeyFile, writeKeyFile } from '../../security/key-file.port.ts'
import type { KeyFile } from '../../security/key-file.ts'
import { type LedgerKey, type OpenKeys, openKeys } from '../../security/keys.service.ts'
import { type Clock, systemClock } from '../clock.ts'
import { migrate, refuseNewer, schemaVersion } from '../db/migrate.ts'
import { type Connection, openDatabase } from '../db/open.ts'
import { guarded } from '../db/sqlite-errors.ts'
import { setAside } from '../files/aside.ts'
import { type FileIo, systemIo } from '../files/io.ts'
import { syncFile } from '../files/sync.ts'
import { listSegments, readSegmentStart } from '../journal/folder.ts'
import type { OpenJournal } from '../journal/journal.ts'
import { readJournal } from '../journal/read.ts'
import { type LedgerFiles, ledgerFiles } from '../ledger-files.ts'
import { newestBase } from './base.ts'
import { checkLedger, type LedgerFigures, ledgerFigures } from './check.ts'
import { checkCopyBytes, readManifest } from './copy-manifest.ts'
import { writeFirstState } from './first-rows.ts'
import { openLocked, takeOver } from './locked.ts'
import { type Replayed, replay } from './replay.ts'
import { readState, writeState } from './state.ts'

export interface RecoverOptions {
  readonly path: string
  /** An earlier copy; null to make everything again from the journal, where it still reaches back to the start. */
  readonly from: string | null
  readonly key: LedgerKey
  readonly clock?: Clock
  readonly io?: FileIo
}

export interface Recovered extends LedgerFigures, Replayed {
  /** Where the ledger that was there lies now; null when there was none. */
  readonly setAside: string | null
}

/**
 * Rebuilds a ledger that is gone, damaged, or lost its WAL: an earlier copy, and on it every unit of work that
 * the journal holds since. The present file is set aside, never overwritten; what is put in its place was
 * checked before. Captures that were never read are still in the journal and are read at the next start.
 * @throws DangolError `ledger.copy-missing`, `ledger.copy-damaged`, `ledger.copy-foreign`, `ledger.in-use`,
 * `ledger.foreign-parts`, `ledger.newer-version`, `ledger.disk-full`, `ledger.io`, and those of `openKeys`.
 */
export const recoverLedger = async (options: RecoverOptions): Promise<Recovered> => {
  const { path, from } = options
  const files = ledgerFiles(path)
  const io = options.io ?? systemIo
  if (from !== null && !existsSync(from)) throw new DangolError('ledger.copy-missing')
  guarded(() => mendKeyFile(files, from === null ? null : ledgerFiles(from).keys, io))
  const locked = openLocked(path, { io })
  const held = takeOver(locked)
  if (held === null) throw new Error('The ledger was closed meanwhile')
  try {
    const file = readKeyFile(files.keys)
    const keys = await openKeys(file, options.key)
    const now = (options.clock ?? systemClock).now()
    try {
      return guarded(() => rebuild({ path, from, io, now, file, keys, journal: held.open }))
    } finally {
      keys.dataKey.fill(0)
      keys.journalPrivateKey.fill(0)
    }
  } finally {
    held.open.journal.close()
    held.lock.release()
  }
}

interface Rebuild {
  readonly path: string
  readonly from: string | null
  readonly io: FileIo
  readonly now: number
  readonly file: KeyFile
  readonly keys: OpenKeys
  readonly journal: OpenJournal
}

const rebuild = ({ path, from, io, now, file, keys, journal }: Rebuild): Recovered => {
  const files = ledgerFiles(path)
  const { ledgerId } = file
  const { dataKey, journalPrivateKey: privateKey } = keys
  const building = `${path}.rebuilding`
  removeDatabase(building)
  const db = beginning(from, building, file, dataKey, files.journal)
  let result: LedgerFigures & Replayed
  try {
    const start = readState(db, ledgerId).journalSeq
    const entries = readJournal({ folder: files.journal, ledgerId, privateKey, dataKey, afterSeq: start })
    const replayed = replay(db, entries, start)
    migrate(db)
    // From here on the journal counts again, also where a part of it could not be read.
    journal.skipTo(Math.max(replayed.seq, start))
    const seq = journal.mark(dataKey, { what: 'recovered', at: now })
    db.transaction(() => writeState(db, seq, 0)).immediate()
    checkLedger(db)
    result = { ...replayed, ...ledgerFigures(db) }
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
  syncFile(building, io)
  // A rebuilt ledger may end earlier than the one before it: it is held against the heads of its own time.
  const aside = setAside(path, ['', '-wal', '-shm', '.heads'], 'damaged')
  io.rename(building, path)
  io.fsyncFolder(dirname(path))
  return { ...result, setAside: aside }
}

/**
 * What the journal is applied to: the copy; or, where somebody was destroyed since and the journal begins anew after
 * that, the copy that was made then and lies with it.
 */
const beginning = (
  from: string | null,
  building: string,
  file: KeyFile,
  dataKey: Uint8Array,
  journal: string,
): Connection => {
  const base = newestBase(journal, dataKey, file.ledgerId)
  const copy = from === null ? null : openCopy(from, building, file, dataKey)
  if (copy !== null && (base === null || readState(copy, file.ledgerId).journalSeq >= base.journalSeq))
    return copy
  if (base === null) return emptyLedger(building, file, dataKey)
  copy?.close()
  removeDatabase(building)
  try {
    return openCopy(base.path, building, file, dataKey)
  } catch (error) {
    if (!isDangolError(error) || error.code !== 'ledger.copy-damaged') throw error
    return from === null ? emptyLedger(building, file, dataKey) : openCopy(from, building, file, dataKey)
  }
}

/** @throws DangolError `ledger.copy-damaged`, `ledger.copy-foreign`, `ledger.newer-version`. */
const openCopy = (from: string, building: string, file: KeyFile, dataKey: Uint8Array): Connection => {
  const manifest = readManifest(from, dataKey)
  if (manifest !== null && manifest.ledgerId !== file.ledgerId) throw new DangolError('ledger.copy-foreign')
  if (manifest !== null) checkCopyBytes(from, manifest)
  copyFileSync(from, building)
  // A copy made by hand of a ledger that was open has its newest rows in the file beside it.
  if (manifest === null && existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${building}-wal`)
  try {
    const db = openDatabase(building, { key: dataKey, mode: 'write' })
    try {
      refuseNewer(schemaVersion(db))
      checkLedger(db)
      readState(db, file.ledgerId)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    removeDatabase(building)
    throw copyError(error)
  }
}

/** Only ever our own working copy. */
const removeDatabase = (path: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
}

const copyError = (error: unknown): unknown => {
  if (!isDangolError(error)) return error
  if (error.code === 'ledger.damaged' && error.params['reason'] === 'foreign')
    return new DangolError('ledger.copy-foreign', {}, { cause: error })
  if (error.code === 'ledger.damaged' || error.code === 'ledger.empty-file')
    return new DangolError('ledger.copy-damaged', error.params, { cause: error })
  return error
}

const emptyLedger = (building: string, file: KeyFile, dataKey: Uint8Array): Connection => {
  const db = openDatabase(building, { key: dataKey, mode: 'create' })
  // Only the schema that the journal begins with; it brings the later steps itself.
  migrate(db, firstSchema)
  writeFirstState(db, file.ledgerId, file.createdAt)
  return db
}

/** The migration with which ledgers begin. */
const firstSchema = 10

/**
 * Where the key file is gone or broken, the one that the journal keeps helps out, or the one that the copy
 * brought along, if it is the one that the journal is sealed to.
 */
const mendKeyFile = (files: LedgerFiles, copied: string | null, io: FileIo): void => {
  if (usableKeyFile(files.keys) !== null) return
  const segment = listSegments(files.journal).at(-1)
  const head = segment === undefined ? null : readSegmentStart(files.journal, segment).head
  for (const candidate of [files.keysAgain, copied]) {
    const other = candidate === null ? null : usableKeyFile(candidate)
    if (other === null || (head !== null && head.ledgerId !== other.ledgerId)) continue
    setAside(files.keys, [''], 'damaged')
    writeKeyFile(files.keys, other, io)
    return
  }
}

const usableKeyFile = (path: string): KeyFile | null => {
  try {
    return readKeyFile(path)
  } catch {
    return null
  }
}

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
import { lockFile } from '../files/lock.ts'
import { syncFile } from '../files/sync.ts'
import { listSegments, readSegmentStart } from '../journal/folder.ts'
import type { OpenJournal } from '../journal/journal.ts'
import { type Entry, type JournalSource, readJournal } from '../journal/read.ts'
import { ledgerFiles } from '../ledger-files.ts'
import { newestBase } from './base.ts'
import { type BroughtIn, bringIn } from './bring-in.ts'
import { checkLedger, type LedgerFigures, ledgerFigures } from './check.ts'
import { type CopyManifest, readManifest } from './copy-manifest.ts'
import { checkCopyBytes, copyIsThere, joinCopy } from './copy-parts.ts'
import { writeFirstState } from './first-rows.ts'
import { journalBeside } from './locked.ts'
import { mendKeyFile } from './mend-key-file.ts'
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
  if (from !== null && !copyIsThere(from)) throw new DangolError('ledger.copy-missing')
  guarded(() => mendKeyFile(files, from === null ? null : ledgerFiles(from).keys, io))
  const file = readKeyFile(files.keys)
  const keys = await openKeys(file, options.key)
  const now = (options.clock ?? systemClock).now()
  try {
    return guarded(() => recovered({ path, from, io, now, file, keys }))
  } finally {
    keys.dataKey.fill(0)
    keys.journalPrivateKey.fill(0)
  }
}

interface Recovering {
  readonly path: string
  readonly from: string | null
  readonly io: FileIo
  readonly now: number
  readonly file: KeyFile
  readonly keys: OpenKeys
}

/** Holds the ledger all the while; what the copy brought along is put back where that fails. */
const recovered = (work: Recovering): Recovered => {
  const { path, from, io, file, keys } = work
  const files = ledgerFiles(path)
  const manifest = from === null ? null : manifestOf(from, file, keys.dataKey)
  const lock = lockFile(files.lock)
  try {
    const brought = from === null || manifest === null ? null : bringIn(from, manifest.tail, path, file, io)
    try {
      const journal = journalBeside(path, { io })
      try {
        return rebuild({ ...work, manifest, brought, journal })
      } finally {
        journal.journal.close()
      }
    } catch (error) {
      removeDatabase(`${path}.rebuilding`)
      brought?.undo()
      throw error
    } finally {
      brought?.done()
    }
  } finally {
    lock.release()
  }
}

/** @throws DangolError `ledger.copy-damaged`, `ledger.copy-foreign`. */
const manifestOf = (from: string, file: KeyFile, dataKey: Uint8Array): CopyManifest | null => {
  const manifest = readManifest(from, dataKey)
  if (manifest === null) return null
  if (manifest.ledgerId !== file.ledgerId) throw new DangolError('ledger.copy-foreign')
  checkCopyBytes(from, manifest)
  return manifest
}

interface Rebuild extends Recovering {
  readonly manifest: CopyManifest | null
  readonly brought: BroughtIn | null
  readonly journal: OpenJournal
}

const rebuild = (work: Rebuild): Recovered => {
  const { path, io, now, file, keys, journal, brought } = work
  const files = ledgerFiles(path)
  const { ledgerId } = file
  const { dataKey, journalPrivateKey: privateKey } = keys
  const building = `${path}.rebuilding`
  removeDatabase(building)
  const db = beginning(work, building)
  let result: LedgerFigures & Replayed
  try {
    const start = readState(db, ledgerId).journalSeq
    const folders = [...(brought?.readFirst == null ? [] : [brought.readFirst]), files.journal]
    const replayed = replay(db, inTurn(folders, { ledgerId, privateKey, dataKey }, start), start)
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
  if (!existsSync(files.keysAgain)) writeKeyFile(files.keysAgain, file, io)
  return { ...result, setAside: brought?.setAside ?? aside }
}

/** The records after `start`: each journal goes on where the one before it ended. */
function* inTurn(
  folders: readonly string[],
  source: Omit<JournalSource, 'folder'>,
  start: number,
): Generator<Entry> {
  let seq = start
  for (const folder of folders) {
    for (const entry of readJournal({ ...source, folder, afterSeq: seq })) {
      yield entry
      seq = Math.max(seq, entry.seq)
    }
  }
}

/**
 * What the journal is applied to: the copy; or the one that lies with the journal, where that is newer and the journal
 * begins after it, because a person's traces were to go or its older segments had done their work.
 * @throws DangolError `ledger.base-missing` where there is neither, and the journal does not begin at the beginning.
 */
const beginning = (work: Rebuild, building: string): Connection => {
  const { path, from, file, keys, manifest } = work
  const { dataKey } = keys
  const { journal } = ledgerFiles(path)
  const base = newestBase(journal, dataKey, file.ledgerId)
  const copy = from === null ? null : openCopy(from, manifest, building, file, dataKey)
  if (copy !== null && (base === null || readState(copy, file.ledgerId).journalSeq >= base.journalSeq))
    return copy
  copy?.close()
  removeDatabase(building)
  try {
    if (base !== null)
      return openCopy(base.path, manifestOf(base.path, file, dataKey), building, file, dataKey)
  } catch (error) {
    if (!isDangolError(error) || error.code !== 'ledger.copy-damaged') throw error
    if (from !== null) return openCopy(from, manifest, building, file, dataKey)
  }
  const [first] = listSegments(journal)
  if (first === undefined || (readSegmentStart(journal, first).firstSeq ?? 1) > 1)
    throw new DangolError('ledger.base-missing')
  return emptyLedger(building, file, dataKey)
}

/** @throws DangolError `ledger.copy-damaged`, `ledger.copy-foreign`, `ledger.newer-version`. */
const openCopy = (
  from: string,
  manifest: CopyManifest | null,
  building: string,
  file: KeyFile,
  dataKey: Uint8Array,
): Connection => {
  joinCopy(from, manifest?.parts ?? null, building)
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

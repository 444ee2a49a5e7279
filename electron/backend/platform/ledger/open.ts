import { existsSync, statSync } from 'node:fs'
import type { EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import { readKeyFile } from '../../security/key-file.port.ts'
import { type LedgerKey, type OpenKeys, openKeys } from '../../security/keys.service.ts'
import { createCheckpointer } from '../db/checkpoint.ts'
import { refuseNewer, schemaVersion } from '../db/migrate.ts'
import { type Connection, openDatabase } from '../db/open.ts'
import { openReadOnly } from '../db/readonly.ts'
import { guarded } from '../db/sqlite-errors.ts'
import type { Reader, UnitOfWork } from '../db/statements.ts'
import { type CommitJournal, type CommitMoment, createUnitOfWork } from '../db/unit-of-work.ts'
import { createIds, type TrackedIds } from '../ids.ts'
import type { Capture, Journal } from '../journal/journal.ts'
import { type JournalSource, readJournal } from '../journal/read.ts'
import { ledgerFiles } from '../ledger-files.ts'
import { checkLedger } from './check.ts'
import { createKeyring, type Keyring } from './keyring.ts'
import {
  type Disk,
  type Held,
  type LockedLedger,
  lockedLedger,
  openLocked,
  peek,
  takeOver,
} from './locked.ts'
import { type Replayed, refuseIncomplete, replay } from './replay.ts'
import { readState, writeState } from './state.ts'
import { isUpdate, updateLedger } from './update.ts'
import type { UpdateStep } from './update-task.ts'
import { updateInThread } from './update-thread.port.ts'

export interface OpenLedgerOptions {
  readonly path: string
  readonly key: LedgerKey
  /** A ledger that this process already holds: its journal goes on without a gap. Left as it is on failure. */
  readonly locked?: LockedLedger
  readonly disk?: Disk
  readonly moment?: (moment: CommitMoment) => void
  /**
   * Hears what bringing a ledger of an earlier version forward is at. With it a large one is brought forward in a thread,
   * so that what comes in from the tills is written down meanwhile; without it this process waits.
   */
  readonly updating?: Updating
}

export interface Updating {
  readonly at: (step: UpdateStep) => void
  /** Bytes from which a ledger is a large one; 16 MB where nothing is said. */
  readonly largeFrom?: number
}

/** An open ledger: one writer, one reader, the journal between them and the disk. */
export interface Ledger {
  readonly path: string
  readonly id: string
  /** What is committed, on a connection of its own. */
  readonly reader: Reader
  readonly unit: UnitOfWork
  /**
   * For long work beside the counter, between two of its pieces: brings some of what was committed back into the file.
   * @returns whether that took some milliseconds, so that others should have their turn.
   */
  readonly bringBackSome: () => boolean
  readonly ids: TrackedIds
  readonly journal: Journal
  readonly keys: Keyring
  /** What start-up found and mended. */
  readonly opened: Opened
  /** Captures whose number is greater than `afterSeq`, in order, of all sources. */
  captures(afterSeq: number): Generator<Capture & { readonly seq: number }>
  /** The write connection, for copies and checks. */
  readonly db: Connection
  /** 32 bytes; for copies. */
  readonly dataKey: Uint8Array
  /**
   * Lets the journal go on in a new segment, and the ledger know of it. @returns the number of its first record: what
   * was known before stands in records before that one.
   */
  beginAnew(at: EpochMs, why?: 'wiped' | 'copied'): number
  /** Closes the ledger and forgets its keys; capturing goes on. */
  lock(): LockedLedger
  close(): void
}

export interface Opened {
  /** Units of work that were sealed in the journal but not yet in the ledger file. */
  readonly redone: number
  /** So many of them because the file beside the ledger that had held them (its WAL) was gone or cut. */
  readonly rewritten: number
  /** Migrations that ran. */
  readonly migrated: readonly number[]
  /** The journal holds less than the ledger knows of: part of it was lost, the ledger itself is whole. */
  readonly journalBehind: boolean
}

/**
 * Opens a ledger and brings it level with its journal.
 * @throws DangolError `ledger.missing`, `ledger.empty-file`, `ledger.damaged`, `ledger.newer-version`,
 * `ledger.in-use`, `ledger.journal-damaged`, `ledger.disk-full`, `ledger.io`, and those of `openKeys`.
 */
export const openLedger = async (options: OpenLedgerOptions): Promise<Ledger> => {
  const locked = options.locked ?? openLocked(options.path, options.disk)
  try {
    const keys = await openKeys(readKeyFile(ledgerFiles(options.path).keys), options.key)
    const parts = peek(locked)
    if (parts === null) throw new Error('The locked ledger was closed meanwhile')
    const ledger = await openWith(options, parts, keys)
    takeOver(locked)
    return ledger
  } catch (error) {
    if (options.locked === undefined) locked.close()
    throw error
  }
}

/** Bytes of a ledger that are all looked at in a tenth of a second; a larger one is checked while it works. */
const quicklyChecked = 16 * 1024 * 1024

/** @param keys are wiped when the ledger is closed. */
const openWith = async (options: OpenLedgerOptions, parts: Held, keys: OpenKeys): Promise<Ledger> => {
  const { path } = options
  const files = ledgerFiles(path)
  const { dataKey, journalPrivateKey } = keys
  const { ledgerId } = readKeyFile(files.keys)
  const journal = parts.open
  const source: JournalSource = { folder: files.journal, ledgerId, privateKey: journalPrivateKey, dataKey }
  if (!existsSync(path)) throw new DangolError('ledger.missing')
  const io = options.disk?.io === undefined ? {} : { io: options.disk.io }
  const walThere = existsSync(files.wal)
  let db = openDatabase(path, { key: dataKey, mode: 'write' })
  try {
    const level = guarded(() => bringLevel(db, source, journal.journal.state.headSeq, walThere))
    const task = { path, id: ledgerId, dataKey, now: Date.now() }
    let migrated: readonly number[]
    if (options.updating !== undefined && isLargeUpdate(db, path, options.updating)) {
      db.close()
      migrated = await updateInThread(task, options.updating.at)
      db = openDatabase(path, { key: dataKey, mode: 'write' })
    } else migrated = guarded(() => updateLedger({ ...task, db, ...io }))
    return guarded(() => ready(options, { parts, db, source, keys, migrated, ...level }))
  } catch (error) {
    if (db.open) db.close()
    throw error
  }
}

interface Level {
  readonly before: number
  readonly walLost: boolean
  readonly replayed: Replayed
}

/** What the journal knows and the ledger does not is done again, by the schema under which it was written. */
const bringLevel = (db: Connection, source: JournalSource, headSeq: number, walThere: boolean): Level => {
  refuseNewer(schemaVersion(db))
  const before = readState(db, source.ledgerId).journalSeq
  // A crash leaves at most one unit of work to redo. More of them without a WAL: it was lost, perhaps in the
  // middle of being brought back into the ledger.
  const walLost = !walThere && headSeq > before + 1
  if (walLost) checkLedger(db)
  else if (statSync(db.name).size <= quicklyChecked) checkLedger(db, false)
  const replayed = replay(db, readJournal({ ...source, afterSeq: before }), before)
  refuseIncomplete(replayed)
  return { before, walLost, replayed }
}

const isLargeUpdate = (db: Connection, path: string, { largeFrom = quicklyChecked }: Updating): boolean =>
  isUpdate(schemaVersion(db)) && statSync(path).size > largeFrom

interface Ready extends Level {
  readonly parts: Held
  readonly db: Connection
  readonly source: JournalSource
  readonly keys: OpenKeys
  readonly migrated: readonly number[]
}

const ready = (options: OpenLedgerOptions, level: Ready): Ledger => {
  const { path } = options
  const { parts, db, source, keys, migrated, before, walLost, replayed } = level
  const { dataKey, journalPrivateKey } = keys
  const { ledgerId } = source
  const files = ledgerFiles(path)
  const journal = parts.open
  const state = readState(db, ledgerId)
  const journalBehind = journal.journal.state.headSeq < state.journalSeq
  journal.skipTo(state.journalSeq)
  const ids = createIds(state.lastId)
  const schema = schemaVersion(db)
  const sealing = journal.commits(dataKey, () => schema, ids.latest)
  if (replayed.keptThoughVoid) sealAgain(db, source, before, sealing)
  const checkpoint = createCheckpointer(db, files.wal)
  const unit = createUnitOfWork(db, {
    journal: sealing,
    lastId: ids.latest,
    committed: () => checkpoint.committed(),
    ...(options.moment === undefined ? {} : { moment: options.moment }),
  })
  const reading = openReadOnly(path, dataKey)
  const shut = (): void => {
    reading.close()
    db.close()
    dataKey.fill(0)
    journalPrivateKey.fill(0)
  }
  return {
    path,
    id: ledgerId,
    reader: reading.reader,
    unit,
    bringBackSome: () => checkpoint.step(),
    ids,
    journal: journal.journal,
    keys: createKeyring(files, dataKey, options.disk?.io),
    opened: {
      redone: replayed.commits,
      rewritten: walLost || replayed.commits > 1 ? replayed.commits : 0,
      migrated,
      journalBehind,
    },
    *captures(afterSeq) {
      for (const entry of readJournal({ ...source, afterSeq, only: 'capture' })) {
        if (entry.kind === 'capture') yield { seq: entry.seq, ...entry.capture }
      }
    },
    db,
    dataKey,
    beginAnew(at, what = 'wiped') {
      const seq = journal.beginAnew(dataKey, { what, at })
      db.transaction(() => writeState(db, seq, 0)).immediate()
      return seq
    },
    lock() {
      shut()
      return lockedLedger(path, parts)
    },
    close() {
      shut()
      journal.journal.close()
      parts.lock.release()
    },
  }
}

/** The ledger is right, it is what the counter shows: its journal is made to say so too. */
const sealAgain = (db: Connection, source: JournalSource, seq: number, journal: CommitJournal): void => {
  const [entry] = readJournal({ ...source, afterSeq: seq - 1 })
  if (entry?.kind !== 'commit' || entry.seq !== seq) return
  const again = journal.append(entry.commit.statements)
  db.transaction(() => writeState(db, again, 0)).immediate()
}

import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import { schemaVersion } from '../db/migrate.ts'
import { type Connection, openDatabase } from '../db/open.ts'
import { guarded } from '../db/sqlite-errors.ts'
import { writeFileAtomically } from '../files/atomic.ts'
import { type FileIo, systemIo } from '../files/io.ts'
import { syncFile } from '../files/sync.ts'
import { ledgerFiles } from '../ledger-files.ts'
import { checkLedger, rowCounts, tableNames } from './check.ts'
import { type CopyManifest, manifestPath, signManifest } from './copy-manifest.ts'
import { sha256Of } from './copy-parts.ts'
import { readState } from './state.ts'

/** The part of an open ledger that a copy is made of; a connection that only reads will do. */
export interface CopySource {
  readonly path: string
  readonly id: string
  readonly db: Connection
  /** 32 bytes. */
  readonly dataKey: Uint8Array
  /**
   * A second connection that only reads, where others may write meanwhile: it holds still, from the moment at which the
   * copy begins, what the copy is compared with.
   */
  readonly still?: Connection
}

/**
 * An encrypted copy of what is committed, with its key file; opens with the same passphrase. Written under
 * another name, fsynced, opened and counted, renamed, and its manifest last: a half-written copy never has
 * one. (`.backup()` fails on keyed databases; a `VACUUM INTO` that was cut short opens empty and checks ok.)
 * @param look 'pages' reads every page of the copy and counts its rows, but does not hold each index against them: they
 * were written from the rows a moment ago.
 * @throws DangolError `ledger.exists` when there is something at `target`, `ledger.copy-damaged`,
 * `ledger.disk-full`, `ledger.io`.
 */
export const copyLedger = (
  ledger: CopySource,
  target: string,
  now: EpochMs,
  io: FileIo = systemIo,
  look: 'whole' | 'pages' = 'whole',
): CopyManifest =>
  guarded(() => {
    if (existsSync(target)) throw new DangolError('ledger.exists')
    const beside = `${target}.new`
    rmSync(beside, { force: true })
    try {
      const found = copiedBeside(ledger, beside)
      syncFile(beside, io)
      const manifest = signManifest({ ...proven(ledger, beside, found, look), at: now }, ledger.dataKey)
      copyFileSync(ledgerFiles(ledger.path).keys, ledgerFiles(target).keys)
      syncFile(ledgerFiles(target).keys, io)
      io.rename(beside, target)
      io.fsyncFolder(dirname(target))
      writeFileAtomically(manifestPath(target), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), io)
      return manifest
    } catch (error) {
      rmSync(beside, { force: true })
      throw error
    }
  })

interface Found {
  readonly rows: Readonly<Record<string, number>>
  readonly journalSeq: number
}

/** @returns what was in the ledger when it was copied. */
const copiedBeside = ({ db, still = db, id }: CopySource, beside: string): Found => {
  const vacuum = db.prepare('VACUUM INTO ?')
  const look = (): Found => ({ rows: rowCounts(still), journalSeq: readState(still, id).journalSeq })
  if (still === db) {
    vacuum.run(beside)
    return look()
  }
  // Counting a large ledger takes as long as several receipts: it is done afterwards, of what was seen before.
  still.exec('BEGIN')
  try {
    readState(still, id)
    vacuum.run(beside)
    return look()
  } finally {
    still.exec('COMMIT')
  }
}

const chainHead = (db: Connection): CopyManifest['chain'] => {
  // A ledger of an earlier version, about to be brought forward, has no chain.
  if (!tableNames(db).includes('chain_link')) return null
  const row = db.prepare('SELECT seq, lower(hex(mac)) AS mac FROM chain_link ORDER BY seq DESC LIMIT 1').get()
  return row === undefined ? null : (row as NonNullable<CopyManifest['chain']>)
}

/** Opens the copy with the key and compares it with what was counted before. */
const proven = (
  ledger: CopySource,
  copy: string,
  found: Found,
  look: 'whole' | 'pages',
): Omit<CopyManifest, 'mac' | 'at'> => {
  const db = openDatabase(copy, { key: ledger.dataKey, mode: 'read' })
  try {
    checkLedger(db, look === 'whole')
    const rows = rowCounts(db)
    const state = readState(db, ledger.id)
    if (!isDeepStrictEqual(rows, { ...found.rows }) || state.journalSeq !== found.journalSeq)
      throw new DangolError('ledger.copy-damaged', { reason: 'rows' })
    return {
      format: 'dangol-copy',
      version: 1,
      ledgerId: ledger.id,
      schema: schemaVersion(db),
      journalSeq: state.journalSeq,
      rows,
      bytes: statSync(copy).size,
      sha256: sha256Of(copy),
      chain: chainHead(db),
      parts: null,
      tail: null,
    }
  } finally {
    db.close()
  }
}

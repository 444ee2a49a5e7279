import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import { openDatabase } from '../platform/db/open.ts'
import { guarded } from '../platform/db/sqlite-errors.ts'
import { rowCounts } from '../platform/ledger/check.ts'
import { copyLedger } from '../platform/ledger/copy.ts'
import type { CopyManifest } from '../platform/ledger/copy-manifest.ts'
import type { Ledger } from '../platform/ledger/open.ts'
import { readState } from '../platform/ledger/state.ts'
import { ledgerFiles } from '../platform/ledger-files.ts'
import { readKeyFile } from '../security/key-file.port.ts'
import { changedMeanwhile } from './snapshot-answer.ts'
import { snapshotInThread } from './snapshot-thread.port.ts'

export interface Snapshot {
  readonly path: string
  readonly manifest: CopyManifest
}

/** How often a copy is begun again because a receipt came in meanwhile. */
const tries = 4

/**
 * An encrypted copy in a folder beside the ledger, so that a slow or failing stick never holds the ledger up. It is
 * made by a thread of its own with a connection that only reads: the counter goes on. What an earlier, interrupted
 * one left there is removed.
 * @throws DangolError as `copyLedger` does. Rejects with an `AbortError` when it was called off.
 */
export const makeSnapshot = async (
  ledger: Ledger,
  folder: string,
  now: EpochMs,
  signal: AbortSignal,
): Promise<Snapshot> => {
  const path = join(folder, 'snapshot.dangol')
  const anew = (): void =>
    guarded(() => {
      removeSnapshot(folder)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
    })
  for (let round = 0; round < tries; round += 1) {
    anew()
    const answer = await snapshotInThread({ ledger, target: path, now }, signal)
    if (answer.is === 'made') return { path, manifest: answer.manifest }
    if (answer.is === 'refused' && !changedMeanwhile(answer))
      throw new DangolError(answer.code, answer.params)
    if (answer.is === 'away') break
  }
  // Without a pause between receipts, or without a thread: here, where nothing can come in between.
  anew()
  return { path, manifest: copyLedger(ledger, path, now) }
}

export const removeSnapshot = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** The id in the key file at `path`; null where there is none that can be read. */
export const ledgerIdAt = (path: string): string | null => {
  try {
    return readKeyFile(ledgerFiles(path).keys).ledgerId
  } catch {
    return null
  }
}

/** Bytes that a copy of the ledger takes at most; what is in its WAL is counted too. */
export const ledgerBytes = (path: string): number => sizeOf(path) + sizeOf(ledgerFiles(path).wal)

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/**
 * Opens a copy where it lies, with the key, and counts.
 * @throws DangolError `ledger.copy-damaged` when it does not hold what its manifest says.
 */
export const proveOpens = (copy: string, dataKey: Uint8Array, manifest: CopyManifest): void => {
  try {
    const db = openDatabase(copy, { key: dataKey, mode: 'read' })
    try {
      const same = isDeepStrictEqual(rowCounts(db), { ...manifest.rows })
      if (same && readState(db, manifest.ledgerId).journalSeq === manifest.journalSeq) return
    } finally {
      db.close()
    }
  } catch (error) {
    throw new DangolError('ledger.copy-damaged', { reason: 'key' }, { cause: error })
  }
  throw new DangolError('ledger.copy-damaged', { reason: 'rows' })
}

import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { DangolError } from '#shared/errors.ts'
import { type CopyManifest, signManifest } from '../platform/ledger/copy-manifest.ts'
import { tailPath } from '../platform/ledger/copy-parts.ts'
import type { Ledger } from '../platform/ledger/open.ts'
import type { BackupParts } from './backup-parts.ts'
import type { BackupStore } from './backup-state.port.ts'
import { withVerdict } from './backup-state.ts'
import type { BackupCopy } from './copies.ts'
import {
  copyInParts,
  copySegments,
  type FileWork,
  hashFile,
  hashFiles,
  type Written,
} from './copy-file.port.ts'
import { copyId, partSuffix } from './copy-name.ts'
import { lastName } from './drive.ts'
import type { JournalRoom } from './journal-room.service.ts'
import type { BackupStep, Working } from './progress.ts'
import type { Shelf } from './shelf.service.ts'
import { makeSnapshot, proveOpens, removeSnapshot, type Snapshot } from './snapshot.port.ts'
import { beginTail, tailAfter } from './snapshot-tail.port.ts'
import {
  findCopies,
  findCopy,
  pathOfCopy,
  placeCopy,
  placeDestroyed,
  prepareTarget,
  removeCopy,
} from './target.port.ts'
import type { Targets } from './targets.service.ts'

export interface MakingParts extends BackupParts {
  readonly store: BackupStore
  readonly targets: Targets
  readonly shelf: Shelf
  readonly room: JournalRoom
}

/** Where the snapshot is made, beside the ledger. */
export const makingFolder = (folder: string): string => join(folder, 'backup-making')

/**
 * One copy on its target, read back and opened; and, where that fails at any step, nothing. With it goes what the journal
 * took in meanwhile, so that it holds everything that was acknowledged up to its end.
 */
export const makeCopy = async (
  parts: MakingParts,
  target: string,
  { signal, report }: Working,
): Promise<BackupCopy> => {
  const { clock, store, folder } = parts
  const startedAt = clock.now()
  const making = makingFolder(folder)
  const during = (step: BackupStep, all: number): FileWork => ({
    signal,
    onBytes: (done) => report(step, done / all),
  })
  report('snapshot', 0)
  const limit = await parts.targets.roomOn(target)
  // The window draws the first step before the ledger is busy with it.
  await turn()
  const ledger = parts.ledger()
  const dataKey = Buffer.from(ledger.dataKey)
  let copy: string | null = null
  try {
    const unread = parts.firstUnread()
    beginTail(ledger, startedAt)
    const snapshot = await makeSnapshot(ledger, making, startedAt, signal)
    signal.throwIfAborted()
    const shop = await prepareTarget(target, ledger.id)
    const taken = new Set((await findCopies(target)).map(({ id }) => lastName(id)))
    const id = `${lastName(shop)}/${copyId(startedAt, taken)}`
    copy = pathOfCopy(target, id)
    const { bytes } = snapshot.manifest
    const name = temporaryName(copy)
    const written = await copyInParts(snapshot.path, name, limit, during('copy', bytes))
    await prove(written, snapshot, dataKey, during('check', bytes))
    const tail = await writeTail(ledger, snapshot.manifest, unread, copy, signal)
    signal.throwIfAborted()
    const manifest = manifestFor(snapshot.manifest, written, tail?.figures ?? null, dataKey)
    const files = written.map(({ path }) => path)
    await placeCopy(copy, {
      written: files,
      tail: tail?.path ?? null,
      snapshot: snapshot.path,
      folder,
      manifest,
    })
    await placeDestroyed(copy, ledger.path)
    const { mac } = manifest
    const state = { ...store.read(), last: { at: startedAt, mac, proven: true } }
    store.write(withVerdict(state, { mac, whole: true, at: clock.now(), cold: false }))
    const made = parts.shelf.describe(await findCopy(target, id))
    await parts.room.tidy(target, snapshot)
    return made
  } catch (error) {
    if (copy !== null) await removeCopy(copy).catch(() => undefined)
    throw error
  } finally {
    dataKey.fill(0)
    removeSnapshot(making)
  }
}

const temporaryName =
  (copy: string) =>
  (number: number): string =>
    `${copy}.${String(number).padStart(3, '0')}${partSuffix}`

/**
 * Read out of the target again, byte for byte, then opened with the key and counted. In parts it cannot be opened where
 * it lies: the snapshot is, of which they were just found to be the very bytes.
 * @throws DangolError `ledger.copy-damaged`.
 */
const prove = async (
  written: readonly Written[],
  { path, manifest }: Snapshot,
  dataKey: Buffer,
  work: FileWork,
): Promise<void> => {
  const files = written.map((file) => file.path)
  const { each, whole } = await hashFiles(files, work)
  if (whole !== manifest.sha256 || written.some(({ sha256 }, index) => sha256 !== each[index]))
    throw new DangolError('ledger.copy-damaged', { reason: 'bytes' })
  const [only] = files
  proveOpens(files.length === 1 && only !== undefined ? only : path, dataKey, manifest)
}

interface Tail {
  readonly path: string
  readonly figures: NonNullable<CopyManifest['tail']>
}

/** Null where nothing came. Read back as well. */
const writeTail = async (
  ledger: Ledger,
  snapshot: CopyManifest,
  unread: number | null,
  copy: string,
  signal: AbortSignal,
): Promise<Tail | null> => {
  const found = tailAfter(ledger, snapshot.journalSeq, unread)
  if (found === null) return null
  const { folder, segments, lastSeq } = found
  const { path, bytes, sha256 } = await copySegments(
    folder,
    segments,
    `${tailPath(copy)}${partSuffix}`,
    signal,
  )
  if ((await hashFile(path, { signal, onBytes: () => undefined })) !== sha256)
    throw new DangolError('ledger.copy-damaged', { reason: 'tail' })
  return { path, figures: { segments: [...segments], lastSeq, bytes, sha256 } }
}

const manifestFor = (
  snapshot: CopyManifest,
  written: readonly Written[],
  tail: CopyManifest['tail'],
  dataKey: Buffer,
): CopyManifest => {
  const parts = written.length === 1 ? null : written.map(({ bytes, sha256 }) => ({ bytes, sha256 }))
  return signManifest({ ...snapshot, parts, tail }, dataKey)
}

import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import type { z } from 'zod'
import type { backupTarget } from '#shared/contract/backup.ts'
import { DangolError, isDangolError } from '#shared/errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { Emit } from '../platform/emit.ts'
import { type CopyManifest, readManifest } from '../platform/ledger/copy-manifest.ts'
import type { Ledger } from '../platform/ledger/open.ts'
import type { Recovered } from '../platform/ledger/recover.ts'
import type { Restored } from '../platform/ledger/restore.ts'
import type { Log } from '../platform/log/log.ts'
import { type BackupStore, openBackupStore } from './backup-state.port.ts'
import { verdictOf, withVerdict } from './backup-state.ts'
import { type BackupCopy, describeCopy, type FoundCopy } from './copies.ts'
import { copyFileDurably, type FileWork, hashFile } from './copy-file.port.ts'
import { copyId, partSuffix } from './copy-name.ts'
import { largestFile, lastName } from './drive.ts'
import type { Drives } from './drives.port.ts'
import type { BackupSettings } from './due.ts'
import { outlived } from './generations.ts'
import { type BackupProgress, type BackupStep, notRunning, progressOf } from './progress.ts'
import { ledgerBytes, makeSnapshot, proveOpens, removeSnapshot } from './snapshot.port.ts'
import {
  devicesOf,
  findCopies,
  findCopy,
  knowsShop,
  pathOfCopy,
  placeCopy,
  placeDestroyed,
  prepareTarget,
  removeCopy,
} from './target.port.ts'
import { onTarget } from './target-errors.ts'

export type BackupTarget = z.output<typeof backupTarget>
export type RestoreKey =
  | { readonly passphrase: string }
  | { readonly recoveryCode: string; readonly newPassphrase: string }

export interface BackupParts {
  readonly ledgerPath: string
  /** The shop's own folder: state, device settings and the snapshot stand in it. */
  readonly folder: string
  /** Throws `ledger.locked` and the like while it is not open. */
  readonly ledger: () => Ledger
  /** Of the ledger that is here, open or not; null when there is none. */
  readonly ledgerId: () => string | null
  /** @param devices settings of lines and printers, for a PC that has none. */
  readonly restore: (from: string, key: RestoreKey, devices: string | null) => Promise<Restored>
  /** Without any copy. */
  readonly rebuild: (key: RestoreKey) => Promise<Recovered>
  readonly drives: Drives
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
  /** The line about the last backup changed. */
  readonly changed: () => void
}

export interface BackupService {
  settings(): BackupSettings
  saveSettings(settings: BackupSettings): void
  /** For the status line. */
  last(): { readonly at: number; readonly proven: boolean } | null
  targets(): Promise<BackupTarget[]>
  progress(): BackupProgress
  /**
   * @throws DangolError `backup.running`, `backup.cancelled`, `backup.no-space`, `backup.file-too-large`,
   * `backup.target-away`, `backup.target-io`, `backup.target-read-only`, `ledger.copy-damaged`.
   */
  run(target: string): Promise<BackupCopy>
  cancel(): void
  copies(target: string): Promise<BackupCopy[]>
  verify(target: string, id: string): Promise<BackupCopy>
  restore(target: string, id: string, key: RestoreKey): Promise<Restored>
  /**
   * A hurt ledger made whole: from the newest good copy that can be reached and the journal, or from the journal alone.
   * @returns `from`: when the copy was made, null without one.
   */
  mend(key: RestoreKey): Promise<Recovered & { readonly from: number | null }>
  /** Where the access log stood in every copy of this shop that can be reached and is rightly signed. */
  heads(): Promise<readonly { readonly seq: number; readonly mac: Buffer }[]>
  /** True where this shop was backed up before. */
  knows(target: string): Promise<boolean>
  /** Cancels, and resolves when nothing is written any more. */
  stop(): Promise<void>
}

/** Windows are told no more often than this. */
const tellEveryMs = 200
/** Room for keys, manifest and what a file system needs for itself. */
const spareBytes = 2 * 1024 * 1024

/** Makes copies that are only called good once they were read back, and puts them in place of a ledger that is gone. */
export const createBackup = (parts: BackupParts): BackupService => {
  const { ledgerPath, folder, drives, clock, log } = parts
  const store: BackupStore = openBackupStore(join(folder, 'backup.json'))
  const making = join(folder, 'backup-making')
  removeSnapshot(making)
  let progress = notRunning
  let cancelling: AbortController | null = null
  let running: Promise<unknown> = Promise.resolve()

  const tell = (next: BackupProgress): void => {
    progress = next
    parts.emit('backup.progress', next)
  }

  const describe = (found: FoundCopy): BackupCopy => {
    const mac = found.manifest?.mac ?? null
    return describeCopy(found, mac === null ? null : verdictOf(store.read(), mac), parts.ledgerId())
  }

  const targetOf = async (
    path: string,
    name: string,
    kind: BackupTarget['kind'],
    fileSystem: string | null,
  ): Promise<BackupTarget> => {
    const freeBytes = await drives.freeBytes(path)
    const needed = ledgerBytes(ledgerPath) + spareBytes
    const fits = freeBytes !== null && freeBytes >= needed && needed <= largestFile(fileSystem)
    return { path, name, kind, fileSystem, freeBytes, fits }
  }

  const targets = async (): Promise<BackupTarget[]> => {
    const chosen = store.read().settings.folder
    const sticks = (await drives.list()).filter(({ path }) => path !== chosen)
    return Promise.all([
      ...(chosen === null ? [] : [targetOf(chosen, lastName(chosen), 'folder', null)]),
      ...sticks.map(({ path, name, fileSystem }) => targetOf(path, name, 'stick', fileSystem)),
    ])
  }

  /** Said before anything is written. */
  const refuseTooSmall = async (target: string): Promise<void> => {
    const needed = ledgerBytes(ledgerPath) + spareBytes
    const free = await drives.freeBytes(target)
    if (free === null) throw new DangolError('backup.target-away')
    if (free < needed) throw new DangolError('backup.no-space', { free, needed })
    const stick = (await drives.list()).find(({ path }) => path === target)
    if (needed > largestFile(stick?.fileSystem ?? null)) throw new DangolError('backup.file-too-large')
  }

  const make = async (target: string, signal: AbortSignal): Promise<BackupCopy> => {
    const startedAt = clock.now()
    let toldAt = 0
    const report = (step: BackupStep, done: number): void => {
      const now = clock.now()
      if (progress.running && progress.step === step && Math.abs(now - toldAt) < tellEveryMs) return
      toldAt = now
      tell(progressOf(step, done, startedAt, now))
    }
    const during = (step: BackupStep, all: number): FileWork => ({
      signal,
      onBytes: (done) => report(step, done / all),
    })

    report('snapshot', 0)
    await refuseTooSmall(target)
    // The window draws the first step before the ledger is busy with it.
    await turn()
    const ledger = parts.ledger()
    const dataKey = Buffer.from(ledger.dataKey)
    let copy: string | null = null
    try {
      const { path: snapshot, manifest } = await makeSnapshot(ledger, making, startedAt, signal)
      signal.throwIfAborted()
      const shop = await prepareTarget(target, ledger.id)
      const taken = new Set((await findCopies(target)).map(({ id }) => lastName(id)))
      const id = `${lastName(shop)}/${copyId(startedAt, taken)}`
      copy = pathOfCopy(target, id)
      const part = `${copy}${partSuffix}`
      await copyFileDurably(snapshot, part, during('copy', manifest.bytes))
      if ((await hashFile(part, during('check', manifest.bytes))) !== manifest.sha256)
        throw new DangolError('ledger.copy-damaged', { reason: 'bytes' })
      proveOpens(part, dataKey, manifest)
      signal.throwIfAborted()
      await placeCopy(part, copy, snapshot, join(folder, 'devices.json'))
      await placeDestroyed(copy, ledger.path)
      const state = { ...store.read(), last: { at: startedAt, mac: manifest.mac, proven: true } }
      store.write(withVerdict(state, manifest.mac, true, clock.now()))
      return describe(await findCopy(target, id))
    } catch (error) {
      if (copy !== null) await removeCopy(copy).catch(() => undefined)
      throw error
    } finally {
      dataKey.fill(0)
      removeSnapshot(making)
    }
  }

  /** What the rule lets go of this shop's; a copy that cannot be removed stays. */
  const prune = async (target: string): Promise<void> => {
    const own = (await findCopies(target)).map(describe).filter((copy) => copy.ownShop)
    const generations = own.map(({ id, at, state }) => ({ id, at, good: state !== 'rotten' }))
    for (const id of outlived(generations, clock.now())) await removeCopy(pathOfCopy(target, id))
  }

  const run = async (target: string): Promise<BackupCopy> => {
    if (cancelling !== null) throw new DangolError('backup.running')
    const mine = new AbortController()
    cancelling = mine
    const work = onTarget(() => make(target, mine.signal))
    running = work.catch(() => undefined)
    try {
      const done = await work
      await prune(target).catch((error: unknown) => log.warn('backup.prune', { error }))
      log.info('backup.made', { bytes: done.bytes, customers: done.customers, receipts: done.receipts })
      return done
    } finally {
      cancelling = null
      tell(notRunning)
      parts.changed()
    }
  }

  const verify = async (target: string, id: string): Promise<BackupCopy> => {
    const found = await findCopy(target, id)
    const { manifest } = found
    if (manifest === null || found.bytes !== manifest.bytes || !found.keysThere) return describe(found)
    const work: FileWork = { signal: new AbortController().signal, onBytes: () => undefined }
    const whole = (await hashFile(found.path, work)) === manifest.sha256 && isSigned(found)
    store.write(withVerdict(store.read(), manifest.mac, whole, clock.now()))
    if (!whole) log.warn('backup.rotten', {})
    parts.changed()
    return describe(found)
  }

  /** Only the owner's key can tell; without it the hash has to do. */
  const isSigned = ({ path, manifest }: Pick<FoundCopy, 'path' | 'manifest'>): boolean => {
    let ledger: Ledger
    try {
      ledger = parts.ledger()
    } catch {
      return true
    }
    if (manifest?.ledgerId !== ledger.id) return true
    try {
      return readManifest(path, ledger.dataKey) !== null
    } catch {
      return false
    }
  }

  /** What a ledger was restored from was read through, and is its last backup on a PC that made none. */
  const foundWhole = ({ at, mac }: CopyManifest): void => {
    const state = store.read()
    const last = state.last ?? { at, mac, proven: true }
    store.write(withVerdict({ ...state, last }, mac, true, clock.now()))
    parts.changed()
  }

  const restore: BackupService['restore'] = async (target, id, key) => {
    if (cancelling !== null) throw new DangolError('backup.running')
    const found = await onTarget(() => findCopy(target, id))
    const mac = found.manifest?.mac ?? null
    try {
      const done = await parts.restore(found.path, key, await devicesOf(found.path))
      log.info('backup.restored', { replayed: done.commits, complete: done.stoppedAt === null })
      if (found.manifest !== null) foundWhole(found.manifest)
      return done
    } catch (error) {
      const rotten = isDangolError(error) && error.code === 'ledger.copy-damaged'
      if (rotten && mac !== null) store.write(withVerdict(store.read(), mac, false, clock.now()))
      throw error
    }
  }

  /** Copies of this shop on every target that can be reached, newest first, without those that are known to be rotten. */
  const ownCopies = async (): Promise<{ target: string; id: string; at: number }[]> => {
    const found = await Promise.all(
      (await targets()).map(async ({ path }) =>
        (await findCopies(path).catch(() => [])).map(describe).map((copy) => ({ ...copy, target: path })),
      ),
    )
    return found
      .flat()
      .filter(({ ownShop, state }) => ownShop && state !== 'rotten')
      .toSorted((a, b) => b.at - a.at)
  }

  return {
    settings: () => store.read().settings,
    saveSettings(settings) {
      store.write({ ...store.read(), settings })
    },
    last() {
      const { last } = store.read()
      return last === null ? null : { at: last.at, proven: last.proven }
    },
    targets,
    progress: () => progress,
    run,
    cancel: () => cancelling?.abort(),
    copies: (target) =>
      onTarget(async () =>
        (await findCopies(target)).map(describe).toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)),
      ),
    verify: (target, id) => onTarget(() => verify(target, id)),
    restore,
    async mend(key) {
      for (const { target, id, at } of await ownCopies()) {
        try {
          return { ...(await restore(target, id, key)), from: at }
        } catch (error) {
          // The next older one may be whole; a key that does not fit one fits none.
          if (!isDangolError(error) || error.code !== 'ledger.copy-damaged') throw error
        }
      }
      return { ...(await parts.rebuild(key)), from: null }
    },
    async heads() {
      const ledger = parts.ledger()
      const found = await Promise.all((await targets()).map(({ path }) => findCopies(path).catch(() => [])))
      return found.flat().flatMap(({ manifest, path }) => {
        if (manifest?.ledgerId !== ledger.id || manifest.chain === null) return []
        const signed = isSigned({ path, manifest })
        return signed ? [{ seq: manifest.chain.seq, mac: Buffer.from(manifest.chain.mac, 'hex') }] : []
      })
    },
    async knows(target) {
      const id = parts.ledgerId()
      return id !== null && (await knowsShop(target, id))
    },
    async stop() {
      cancelling?.abort()
      await running
    },
  }
}

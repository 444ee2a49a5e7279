import { isAbsolute, join, relative, sep } from 'node:path'
import { DangolError } from '#shared/errors.ts'
import type { BackupParts, RestoreKey } from './backup-parts.ts'
import { type BackupStore, openBackupStore } from './backup-state.port.ts'
import { type BringingBack, createBringingBack } from './bringing-back.service.ts'
import type { BackupCopy } from './copies.ts'
import type { BackupSettings } from './due.ts'
import { createJournalRoom, type JournalRoom } from './journal-room.service.ts'
import { makeCopy, makingFolder } from './making.service.ts'
import { type BackupProgress, type BackupStep, notRunning, progressOf, type Working } from './progress.ts'
import { createShelf, type Shelf } from './shelf.service.ts'
import { removeSnapshot } from './snapshot.port.ts'
import { knowsShop, rootOf } from './target.port.ts'
import { onTarget } from './target-errors.ts'
import { type BackupTarget, createTargets } from './targets.service.ts'

export interface BackupService {
  settings(): BackupSettings
  /** @throws DangolError `backup.folder-incomplete`, `backup.folder-own`. */
  saveSettings(settings: BackupSettings): Promise<void>
  /** For the status line. */
  last(): { readonly at: number; readonly proven: boolean } | null
  targets(): Promise<BackupTarget[]>
  progress(): BackupProgress
  /**
   * @throws DangolError `backup.running`, `backup.cancelled`, `backup.no-space`, `backup.file-too-large`,
   * `backup.target-away`, `backup.target-io`, `backup.target-read-only`, `backup.folder-incomplete`,
   * `backup.folder-own`, `ledger.copy-damaged`.
   */
  run(target: string): Promise<BackupCopy>
  /** One copy in place of the ledger that is here; told of as it goes. Throws as `BringingBack.restore`. */
  restore(target: string, id: string, key: RestoreKey): ReturnType<BringingBack['restore']>
  mend(key: RestoreKey): ReturnType<BringingBack['mend']>
  /** Whatever is running, as far as it can be called off. */
  cancel(): void
  copies(target: string): Promise<BackupCopy[]>
  verify(target: string, id: string): Promise<BackupCopy>
  heads: Shelf['heads']
  /** True where this shop was backed up before. */
  knows(target: string): Promise<boolean>
  readonly room: Pick<JournalRoom, 'state' | 'room'>
  /** Cancels, and resolves when nothing is written any more. */
  stop(): Promise<void>
}

/** Windows are told no more often than this. */
const tellEveryMs = 200

/** Makes copies that are only called good once they were read back, and puts them in place of a ledger that is gone. */
export const createBackup = (parts: BackupParts): BackupService => {
  const { folder, clock, log } = parts
  const store: BackupStore = openBackupStore(join(folder, 'backup.json'))
  const targets = createTargets(parts.drives, store, parts.ledgerPath)
  const shelf = createShelf(parts, store, targets)
  const room = createJournalRoom(parts, store)
  const back = createBringingBack(parts, store, shelf)
  removeSnapshot(makingFolder(folder))
  let progress = notRunning
  let cancelling: AbortController | null = null
  let running: Promise<unknown> = Promise.resolve()

  const tell = (next: BackupProgress): void => {
    progress = next
    parts.emit('backup.progress', next)
  }

  const reporting = (): ((step: BackupStep, done: number) => void) => {
    const startedAt = clock.now()
    let toldAt = 0
    return (step, done) => {
      const now = clock.now()
      if (progress.running && progress.step === step && Math.abs(now - toldAt) < tellEveryMs) return
      toldAt = now
      tell(progressOf(step, done, startedAt, now))
    }
  }

  /** One thing at a time. */
  const alone = async <T>(work: (working: Working) => Promise<T>): Promise<T> => {
    if (cancelling !== null) throw new DangolError('backup.running')
    const mine = new AbortController()
    cancelling = mine
    const going = onTarget(() => work({ signal: mine.signal, report: reporting() }))
    running = going.catch(() => undefined)
    try {
      return await going
    } finally {
      cancelling = null
      tell(notRunning)
      parts.changed()
    }
  }

  /** A copy beside the ledger would be gone with it. */
  const apart = async (pointedAt: string): Promise<string> => {
    const target = await rootOf(pointedAt)
    const way = relative(folder, target)
    if (!isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`))
      throw new DangolError('backup.folder-own')
    return target
  }

  const run = (pointedAt: string): Promise<BackupCopy> =>
    alone(async (working) => {
      const target = await apart(pointedAt)
      const done = await makeCopy({ ...parts, store, targets, shelf, room }, target, working)
      await shelf.prune(target).catch((error: unknown) => log.warn('backup.prune', { error }))
      log.info('backup.made', { bytes: done.bytes, customers: done.customers, receipts: done.receipts })
      return done
    })

  return {
    settings: () => store.read().settings,
    async saveSettings(settings) {
      const chosen = settings.folder === null ? null : await apart(settings.folder)
      store.write({ ...store.read(), settings: { ...settings, folder: chosen } })
    },
    last() {
      const { last } = store.read()
      return last === null ? null : { at: last.at, proven: last.proven }
    },
    targets: () => targets.list(),
    progress: () => progress,
    run,
    cancel: () => cancelling?.abort(),
    copies: (target) => onTarget(async () => shelf.copies(await rootOf(target))),
    verify: (target, id) => onTarget(async () => shelf.verify(await rootOf(target), id)),
    restore: (target, id, key) =>
      alone(async (working) => back.restore(await rootOf(target), id, key, working)),
    mend: (key) => alone((working) => back.mend(key, working)),
    heads: () => shelf.heads(),
    room,
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

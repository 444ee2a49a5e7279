import { setImmediate as turn } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { DangolError, isDangolError } from '#shared/errors.ts'
import type { CopyManifest } from '../platform/ledger/copy-manifest.ts'
import type { Recovered } from '../platform/ledger/recover.ts'
import type { Restored } from '../platform/ledger/restore.ts'
import type { BackupParts, RestoreKey } from './backup-parts.ts'
import type { BackupStore } from './backup-state.port.ts'
import { backupStateOf, noBackups, withVerdict } from './backup-state.ts'
import type { Working } from './progress.ts'
import { isWhole, type Shelf } from './shelf.service.ts'
import { findCopy, settingsOf } from './target.port.ts'
import { onTarget } from './target-errors.ts'

export interface BringingBack {
  /**
   * Reads the copy through first, which takes as long as the stick is slow; then it is put in place.
   * @throws DangolError `backup.cancelled` (nothing has changed), and as `restoreLedger`.
   */
  restore(target: string, id: string, key: RestoreKey, working: Working): Promise<Restored>
  /**
   * A hurt ledger made whole: from the newest good copy that can be reached and the journal, or from the journal alone.
   * @returns `from`: when the copy was made, null without one.
   */
  mend(key: RestoreKey, working: Working): Promise<Recovered & { readonly from: number | null }>
}

export const createBringingBack = (parts: BackupParts, store: BackupStore, shelf: Shelf): BringingBack => {
  const { clock, log } = parts

  /** What a ledger was restored from was read through, and is its last backup on a PC that made none. */
  const foundWhole = ({ at, mac }: CopyManifest): void => {
    const state = store.read()
    const last = state.last ?? { at, mac, proven: true }
    store.write(withVerdict({ ...state, last }, { mac, whole: true, at: clock.now(), cold: true }))
    parts.changed()
  }

  /** When and where to copies are made: what stood in the copy, on a PC where nobody has said anything yet. */
  const takeOver = (text: string | null): void => {
    const brought = text === null ? null : backupStateOf(text)
    const state = store.read()
    if (brought !== null && isDeepStrictEqual(state.settings, noBackups.settings))
      store.write({ ...state, settings: brought.settings })
  }

  const restore: BringingBack['restore'] = async (target, id, key, { signal, report }) => {
    const found = await onTarget(() => findCopy(target, id))
    const mac = found.manifest?.mac ?? null
    const onBytes = (done: number): void => report('read', done / Math.max(1, found.bytes))
    report('read', 0)
    try {
      // Keys or a part are missing: said of the copy, not of the keys of this PC.
      if (found.manifest !== null && !found.fits)
        throw new DangolError('ledger.copy-damaged', { reason: 'parts' })
      const read = async (): Promise<void> => {
        if (!(await onTarget(() => isWhole(found, { signal, onBytes }))))
          throw new DangolError('ledger.copy-damaged', { reason: 'bytes' })
        report('rebuild', 0)
        // The window draws it before the backend is busy.
        await turn()
      }
      const devices = await settingsOf(found.path, 'devices.json')
      const guest = await settingsOf(found.path, 'guest-screen.json')
      const done = await parts.restore({ path: found.path, read, devices, guest }, key)
      takeOver(await settingsOf(found.path, 'backup.json'))
      log.info('backup.restored', { replayed: done.commits, complete: done.stoppedAt === null })
      if (found.manifest !== null) foundWhole(found.manifest)
      return done
    } catch (error) {
      const rotten = isDangolError(error) && error.code === 'ledger.copy-damaged'
      if (rotten && mac !== null)
        store.write(withVerdict(store.read(), { mac, whole: false, at: clock.now(), cold: true }))
      throw error
    }
  }

  return {
    restore,
    async mend(key, working) {
      for (const { target, id, at } of await shelf.own()) {
        try {
          return { ...(await restore(target, id, key, working)), from: at }
        } catch (error) {
          // The next older one may be whole; a key that does not fit one fits none.
          if (!isDangolError(error) || error.code !== 'ledger.copy-damaged') throw error
        }
      }
      working.report('rebuild', 0)
      await turn()
      return { ...(await parts.rebuild(key)), from: null }
    },
  }
}

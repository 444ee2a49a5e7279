import { DangolError } from '#shared/errors.ts'
import type { HandlersOf } from '../handlers.ts'
import type { BackupService } from './backup.service.ts'
import type { BackupCopy } from './copies.ts'
import { refuseRotten } from './shelf.service.ts'

export interface BackupHandlerParts {
  readonly backup: BackupService
  /** The windows look at the demo shop. */
  readonly isDemo: () => boolean
  readonly leaveDemo: () => Promise<void>
  /** Prints a proof of a copy that has just been read through. */
  readonly printProof: (copy: BackupCopy) => Promise<void>
}

/** Copies are of the shop's own ledger, never of the demo's. */
export const backupHandlers = ({
  backup,
  isDemo,
  leaveDemo,
  printProof,
}: BackupHandlerParts): HandlersOf<'backup'> => ({
  'backup.settings': () => backup.settings(),
  'backup.saveSettings': async (settings) => {
    refuseDemo(isDemo())
    await backup.saveSettings(settings)
    return {}
  },
  'backup.targets': () => backup.targets(),
  'backup.progress': () => backup.progress(),
  'backup.run': ({ target }) => {
    refuseDemo(isDemo())
    return backup.run(target)
  },
  'backup.cancel': () => {
    backup.cancel()
    return {}
  },
  'backup.journal': () => backup.room.state(),
  'backup.copies': ({ target }) => backup.copies(target),
  'backup.verify': ({ target, id }) => backup.verify(target, id),
  'backup.printProof': async ({ target, id }) => {
    refuseDemo(isDemo())
    const copy = await backup.verify(target, id)
    refuseRotten(copy)
    await printProof(copy)
    return copy
  },
  'backup.restore': async ({ target, id, key }) => {
    await leaveDemo()
    const { customers, receipts, commits, stoppedAt, lost, setAside } = await backup.restore(target, id, key)
    return { customers, receipts, replayed: commits, complete: stoppedAt === null, lost, setAside }
  },
})

const refuseDemo = (demo: boolean): void => {
  if (demo) throw new DangolError('backup.not-in-demo')
}

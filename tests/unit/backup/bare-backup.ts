import { onTestFinished } from 'vitest'
import { type BackupService, createBackup } from '#backend/backup/backup.service.ts'
import type { Drives } from '#backend/backup/drives.port.ts'
import type { BackupStep } from '#backend/backup/progress.ts'
import type { Ledger } from '#backend/platform/ledger.ts'
import { recoverLedger } from '#backend/platform/ledger.ts'
import { epochOf } from '#shared/dates.ts'
import { freshLedger } from '../../helpers/fresh-ledger.ts'
import { addCustomer } from '../../helpers/ledger-lab.ts'
import { sticks } from './backup-lab.ts'

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

export interface BareBackup {
  readonly backup: BackupService
  readonly ledger: Ledger
  readonly folder: string
  readonly dataKey: Buffer
  readonly clock: { at: number; now(): number }
  /** The first capture that was not read; null when all were. */
  unread: number | null
  /** Runs each time a step is told of, in the very turn. */
  during: (step: BackupStep) => void
  joins(name: string): void
  captures(bytes: string): number
}

/** Backups of a real ledger, with nothing of the shop around it. */
export const bareBackup = async (drives: Drives = sticks()): Promise<BareBackup> => {
  const { ledger, folder } = await freshLedger()
  const clock = { at: epochOf(2026, 11, 22, 21, 0) ?? 0, now: () => clock.at }
  const bare: BareBackup = {
    ledger,
    folder,
    dataKey: Buffer.from(ledger.dataKey),
    clock,
    unread: null,
    during: () => undefined,
    joins(name) {
      ledger.unit.write((tx) => addCustomer(tx, ledger.ids.next(clock.at), name))
    },
    captures: (bytes) =>
      ledger.journal.appendCapture({
        sourceId: 'pos',
        at: clock.at,
        encoding: 'cp949',
        bytes: Buffer.from(bytes),
      }),
    backup: createBackup({
      ledgerPath: ledger.path,
      folder,
      ledger: () => ledger,
      ledgerId: () => ledger.id,
      firstUnread: () => bare.unread,
      rebuild: () => recoverLedger({ path: ledger.path, from: null, key: { dataKey: bare.dataKey } }),
      restore: () => Promise.reject(new Error('not here')),
      drives,
      clock,
      clockIsRight: () => true,
      log: quiet,
      emit(name, payload) {
        if (name !== 'backup.progress') return
        const { running, step } = payload as { running: boolean; step: BackupStep }
        if (running) bare.during(step)
      },
      changed: () => undefined,
    }),
  }
  onTestFinished(() => bare.backup.stop())
  return bare
}

/** Runs `work` when a step is told of for the first time. */
export const once = (bare: BareBackup, at: BackupStep, work: () => void): void => {
  bare.during = (step) => {
    if (step !== at) return
    bare.during = () => undefined
    work()
  }
}

import type { Clock } from '../platform/clock.ts'
import type { Emit } from '../platform/emit.ts'
import type { Ledger } from '../platform/ledger/open.ts'
import type { Recovered } from '../platform/ledger/recover.ts'
import type { Restored } from '../platform/ledger/restore.ts'
import type { Log } from '../platform/log/log.ts'
import type { Drives } from './drive.ts'

export type RestoreKey =
  | { readonly passphrase: string }
  | { readonly recoveryCode: string; readonly newPassphrase: string }

/** A copy that is about to take a ledger's place. */
export interface CopyToRestore {
  /** Of its ledger file. */
  readonly path: string
  /** Reads it through, once its key is found good. Rejects where it is not whole. */
  readonly read: () => Promise<void>
  /** Settings of lines and printers, for a PC that has none. */
  readonly devices: string | null
  /** Settings of the guest's own screen, the same. */
  readonly guest: string | null
}

/** What backups need of the shop. */
export interface BackupParts {
  readonly ledgerPath: string
  /** The shop's own folder: state, device settings and the snapshot stand in it. */
  readonly folder: string
  /** Throws `ledger.locked` and the like while it is not open. */
  readonly ledger: () => Ledger
  /** Of the ledger that is here, open or not; null when there is none. */
  readonly ledgerId: () => string | null
  /** Number of the first capture that may not have become papers; null when all have. The ledger is open. */
  readonly firstUnread: () => number | null
  readonly restore: (from: CopyToRestore, key: RestoreKey) => Promise<Restored>
  /** Without any copy. */
  readonly rebuild: (key: RestoreKey) => Promise<Recovered>
  readonly drives: Drives
  readonly clock: Clock
  /** False while the tills say another date than this PC: no copy is thought too old. */
  readonly clockIsRight: () => boolean
  readonly log: Log
  readonly emit: Emit
  /** The line about the last backup, or about room on the disk, changed. */
  readonly changed: () => void
}

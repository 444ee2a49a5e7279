import { readKeyFile } from '../../security/key-file.port.ts'
import type { FileIo } from '../files/io.ts'
import { type FileLock, lockFile } from '../files/lock.ts'
import { type Journal, type OpenJournal, openJournal } from '../journal/journal.ts'
import { ledgerFiles } from '../ledger-files.ts'

/** A ledger that nobody opened yet: the POS is captured, nothing can be read. */
export interface LockedLedger {
  readonly path: string
  readonly journal: Journal
  /** The owner has typed the recovery code back. */
  readonly recoveryConfirmed: boolean
  /** This PC's keychain may open it. */
  readonly keychain: boolean
  close(): void
}

/** How the journal is put on disk; the system's own way unless a test says otherwise. */
export interface Disk {
  readonly io?: FileIo
  readonly segmentBytes?: number
}

/** What opening takes over from a locked ledger. */
export interface Held {
  readonly lock: FileLock
  readonly open: OpenJournal
}

const held = new WeakMap<LockedLedger, Held>()

/**
 * Takes the ledger for this process and begins to keep what comes, with nothing but the key file.
 * @throws DangolError `ledger.in-use`, `ledger.key-file-missing`, `ledger.key-file-damaged`,
 * `ledger.foreign-parts`, `ledger.disk-full`, `ledger.io`.
 */
export const openLocked = (path: string, disk: Disk = {}): LockedLedger => {
  const lock = lockFile(ledgerFiles(path).lock)
  try {
    return lockedLedger(path, { lock, open: journalBeside(path, disk) })
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The journal alone, for who holds the lock. @throws as `openLocked`, but `ledger.in-use`. */
export const journalBeside = (path: string, disk: Disk): OpenJournal => {
  const files = ledgerFiles(path)
  const keys = readKeyFile(files.keys)
  return openJournal({
    folder: files.journal,
    ledgerId: keys.ledgerId,
    publicKey: Buffer.from(keys.journalPublicKey, 'base64'),
    ...disk,
  })
}

export const lockedLedger = (path: string, parts: Held): LockedLedger => {
  const keys = readKeyFile(ledgerFiles(path).keys)
  const locked: LockedLedger = {
    path,
    journal: parts.open.journal,
    recoveryConfirmed: keys.recoveryConfirmed,
    keychain: keys.keychain !== null,
    close() {
      held.delete(locked)
      parts.open.journal.close()
      parts.lock.release()
    },
  }
  held.set(locked, parts)
  return locked
}

/** Hands lock and journal on; the locked ledger must not be closed afterwards. Null when it is closed. */
export const takeOver = (locked: LockedLedger): Held | null => {
  const parts = held.get(locked) ?? null
  held.delete(locked)
  return parts
}

/** Looks without taking: unlocking may still fail, and the POS goes on being captured. */
export const peek = (locked: LockedLedger): Held | null => held.get(locked) ?? null

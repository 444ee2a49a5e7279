import { existsSync, rmSync } from 'node:fs'
import { DangolError, isDangolError } from '#shared/errors.ts'
import { readKeyFile } from '../../security/key-file.port.ts'
import type { KeyFile } from '../../security/key-file.ts'
import { type LedgerKey, openKeys } from '../../security/keys.service.ts'
import type { Clock } from '../clock.ts'
import { guarded } from '../db/sqlite-errors.ts'
import { setAside } from '../files/aside.ts'
import type { FileIo } from '../files/io.ts'
import { ledgerFiles } from '../ledger-files.ts'
import { readManifest } from './copy-manifest.ts'
import { checkCopyBytes, copyIsThere } from './copy-parts.ts'
import { ledgerPresence } from './create.ts'
import { destroyedBeside, readDestroyed, writeDestroyed } from './destroyed-list.ts'
import { writeKeys } from './keyring.ts'
import { type Recovered, recoverLedger } from './recover.ts'

export interface RestoreOptions {
  readonly path: string
  /** A copy with its key file and its manifest beside it. */
  readonly from: string
  readonly key: LedgerKey
  /** Reads the copy through once its key and manifest are found good, in place of doing it here; rejects where it is not whole. */
  readonly read?: () => Promise<void>
  /** Called once key and copy are found good, before anything changes: lets go of a ledger that is open or locked. */
  readonly ready?: () => Promise<void>
  readonly clock?: Clock
  readonly io?: FileIo
}

export interface Restored extends Recovered {
  /** There was no ledger before: this PC's keychain does not know it. */
  readonly onNewPlace: boolean
}

/**
 * Puts a copy in place of whatever is there, also on a PC that never saw this ledger. Nothing that is there is
 * touched before the copy was opened with the key and compared with its manifest. A ledger of the same shop is
 * rebuilt with what its journal holds since; that of another shop, or one that was never confirmed, is set aside
 * with everything that belongs to it.
 * @throws DangolError `ledger.copy-missing`, `ledger.copy-damaged`, `ledger.wrong-passphrase`,
 * `ledger.wrong-recovery-code` and those of `recoverLedger`.
 */
export const restoreLedger = async (options: RestoreOptions): Promise<Restored> => {
  const { path, from, io, clock } = options
  const files = ledgerFiles(path)
  if (!copyIsThere(from)) throw new DangolError('ledger.copy-missing')
  const copied = readKeyFile(ledgerFiles(from).keys)
  const present = keyFileAt(files.keys) ?? keyFileAt(files.keysAgain)
  const own = present?.ledgerId === copied.ledgerId ? present : null
  const { dataKey, opens } = await keyOf(copied, own, options.key)
  try {
    const manifest = guarded(() => readManifest(from, dataKey))
    if (manifest === null) throw new DangolError('ledger.copy-damaged', { reason: 'manifest' })
    if (options.read === undefined) guarded(() => checkCopyBytes(from, manifest))
    else await options.read()
    const presence = ledgerPresence(path)
    await options.ready?.()
    // Without a readable key file nobody can say whose it is: the journal decides, in `recoverLedger`.
    const foreign = presence === 'unfinished' || (present !== null && own === null)
    const away = foreign ? guarded(() => setAllAside(path)) : null
    const fresh = foreign || (presence === 'none' && !existsSync(files.journal))
    try {
      const given = { ...(clock === undefined ? {} : { clock }), ...(io === undefined ? {} : { io }) }
      const done = await recoverLedger({ path, from, key: { dataKey }, ...given })
      // Who was destroyed since that copy stays destroyed: done again when the ledger is opened.
      const destroyed = [destroyedBeside(from), files.destroyed].flatMap((list) =>
        readDestroyed(list, dataKey),
      )
      if (destroyed.length > 0) guarded(() => writeDestroyed(files.destroyed, destroyed, dataKey, io))
      // The passphrase that was typed is the one that opens from now on.
      if (opens !== own && own !== null) guarded(() => writeKeys(files, opens, io))
      return { ...done, setAside: away ?? done.setAside, onNewPlace: fresh }
    } catch (error) {
      if (fresh) removeBegun(path)
      throw error
    }
  } finally {
    dataKey.fill(0)
  }
}

/** The key file of the copy, or, when the passphrase was changed since, the one that is on this PC. */
const keyOf = async (
  copied: KeyFile,
  own: KeyFile | null,
  key: LedgerKey,
): Promise<{ readonly dataKey: Buffer; readonly opens: KeyFile }> => {
  const open = async (file: KeyFile): Promise<{ dataKey: Buffer; opens: KeyFile }> => {
    const keys = await openKeys(file, key)
    keys.journalPrivateKey.fill(0)
    return { dataKey: keys.dataKey, opens: file }
  }
  if (own === null) return open(copied)
  try {
    return await open(own)
  } catch (error) {
    if (!isDangolError(error)) throw error
    return open(copied)
  }
}

const keyFileAt = (path: string): KeyFile | null => {
  try {
    return readKeyFile(path)
  } catch {
    return null
  }
}

const setAllAside = (path: string): string | null => {
  const files = ledgerFiles(path)
  const all = [
    files.ledger,
    files.wal,
    files.sharedMemory,
    files.keys,
    files.journal,
    files.making,
    files.heads,
  ]
  return setAside(
    path,
    all.map((file) => file.slice(path.length)),
    'replaced',
  )
}

/** Only what this very restore made: there was nothing before. */
const removeBegun = (path: string): void => {
  const files = ledgerFiles(path)
  for (const file of [files.ledger, files.wal, files.sharedMemory, files.keys, files.journal])
    rmSync(file, { recursive: true, force: true })
}

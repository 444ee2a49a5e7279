import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { DangolError } from '#shared/errors.ts'
import { newKeys } from '../../security/keys.service.ts'
import { type Clock, systemClock } from '../clock.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import { guarded } from '../db/sqlite-errors.ts'
import { setAside } from '../files/aside.ts'
import { type FileIo, systemIo } from '../files/io.ts'
import { makeFolder } from '../journal/folder.ts'
import { ledgerFiles } from '../ledger-files.ts'
import { writeFirstRows, writeFirstState } from './first-rows.ts'
import { writeKeys } from './keyring.ts'
import { type Ledger, openLedger } from './open.ts'

export interface CreateOptions {
  readonly path: string
  readonly passphrase: string
  readonly shopName: string
  /** A shop to look around in. */
  readonly demo?: boolean
  readonly clock?: Clock
  readonly io?: FileIo
}

/**
 * `unfinished`: the PC went off while it was being made; nothing was in it, making it again puts that aside.
 */
export const ledgerPresence = (path: string): 'none' | 'unfinished' | 'there' => {
  const files = ledgerFiles(path)
  if (existsSync(files.making)) return 'unfinished'
  return existsSync(files.ledger) || existsSync(files.keys) ? 'there' : 'none'
}

/**
 * Makes keys, journal and ledger.
 * @returns the open ledger and the recovery code, which is kept nowhere.
 * @throws DangolError `ledger.exists`, `ledger.weak-passphrase`, `ledger.in-use`, `ledger.disk-full`, `ledger.io`.
 */
export const createLedger = async (
  options: CreateOptions,
): Promise<{ readonly ledger: Ledger; readonly recoveryCode: string }> => {
  const { path } = options
  const clock = options.clock ?? systemClock
  const io = options.io ?? systemIo
  const files = ledgerFiles(path)
  const made = await newKeys(options.passphrase, clock.now())
  guarded(() => {
    if (ledgerPresence(path) === 'there') throw new DangolError('ledger.exists')
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    putAside(path)
    writeFileSync(files.making, '')
    io.fsyncFolder(dirname(path))
    const db = openDatabase(path, { key: made.dataKey, mode: 'create' })
    try {
      chmodSync(path, 0o600)
      migrate(db)
      writeFirstState(db, made.file.ledgerId, made.file.createdAt)
    } finally {
      db.close()
    }
    makeFolder(files.journal, io)
    writeKeys(files, made.file, io)
  })
  const ledger = await openLedger({ path, key: { dataKey: made.dataKey }, disk: { io } })
  try {
    const { shopName, demo = false } = options
    ledger.unit.write((tx) => writeFirstRows(tx, ledger.ids, { shopName, demo, now: clock.now() }))
    guarded(() => {
      rmSync(files.making)
      io.fsyncFolder(dirname(path))
    })
  } catch (error) {
    ledger.close()
    throw error
  }
  return { ledger, recoveryCode: made.recoveryCode }
}

/** What an interrupted making left behind is kept, out of the way. */
const putAside = (path: string): void => {
  const files = ledgerFiles(path)
  const suffixes = [files.ledger, files.wal, files.sharedMemory, files.keys, files.journal]
  setAside(
    path,
    suffixes.map((file) => file.slice(path.length)),
    'unfinished',
  )
}

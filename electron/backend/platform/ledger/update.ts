import { rmSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { Migration } from '#migrations/index.ts'
import { migrations as released } from '#migrations/index.ts'
import { DangolError, isDangolError } from '#shared/errors.ts'
import { migrate, newestVersion, schemaVersion } from '../db/migrate.ts'
import { type Connection, openDatabase } from '../db/open.ts'
import { setAside } from '../files/aside.ts'
import { type FileIo, systemIo } from '../files/io.ts'
import { ledgerFiles } from '../ledger-files.ts'
import { checkLedger, ledgerFigures } from './check.ts'
import { copyLedger } from './copy.ts'
import { manifestPath } from './copy-manifest.ts'
import type { UpdateStep } from './update-task.ts'

export interface UpdateOptions {
  readonly path: string
  readonly id: string
  /** 32 bytes. */
  readonly dataKey: Uint8Array
  /** Open for writing; closed when this throws. */
  readonly db: Connection
  readonly now: number
  readonly io?: FileIo
  readonly list?: readonly Migration[]
  /** Hears what it is at; of what takes long in a large ledger. */
  readonly told?: (step: UpdateStep) => void
}

/**
 * Brings a ledger of an earlier version forward: a proven copy first, then every step, then a look through it. What does
 * not come out whole, or says something else than before, is set aside, and the copy takes its place as it was.
 * @returns the ids of the migrations that ran.
 * @throws DangolError `ledger.update-failed` (the ledger is as it was before), `ledger.newer-version`, `ledger.disk-full`.
 */
export const updateLedger = (options: UpdateOptions): number[] => {
  const { path, id, dataKey, db, now, io = systemIo, list = released, told = () => undefined } = options
  const from = schemaVersion(db)
  const copy = `${path}.before-update`
  // Also what a power cut left of an update that had gone well.
  removeCopy(copy)
  if (!isUpdate(from, list)) return migrate(db, newestVersion(list), list)
  const before = ledgerFigures(db)
  told('copy')
  copyLedger({ path, id, db, dataKey }, copy, now, io, 'pages')
  try {
    told('steps')
    const ran = migrate(db, newestVersion(list), list)
    told('check')
    checkLedger(db, true, checkingMiB)
    if (!isDeepStrictEqual(ledgerFigures(db), before))
      throw new DangolError('ledger.damaged', { reason: 'update' })
    // It would keep whoever is destroyed from now on.
    removeCopy(copy)
    return ran
  } catch (error) {
    db.close()
    goBack(path, copy, dataKey, io)
    if (isDangolError(error) && error.code === 'ledger.disk-full') throw error
    throw new DangolError('ledger.update-failed', { from, to: newestVersion(list) }, { cause: error })
  }
}

/** The counter is not open yet: the room is there. */
const checkingMiB = 128

/** Whether a ledger of that version is one of before, and no new one that has only to be filled with tables. */
export const isUpdate = (from: number, list: readonly Migration[] = released): boolean =>
  from > 0 && from < newestVersion(list)

const goBack = (path: string, copy: string, dataKey: Uint8Array, io: FileIo): void => {
  setAside(path, ['', '-wal', '-shm'], 'not-updated')
  io.rename(copy, path)
  removeCopy(copy)
  // The copy was proven when it was made; that it opens here is seen before anybody relies on it.
  const back = openDatabase(path, { key: dataKey, mode: 'write' })
  try {
    checkLedger(back, false)
  } finally {
    back.close()
  }
}

const removeCopy = (copy: string): void => {
  for (const file of [copy, ledgerFiles(copy).keys, manifestPath(copy), `${copy}-wal`, `${copy}-shm`])
    rmSync(file, { force: true })
}

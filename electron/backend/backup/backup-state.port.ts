import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { guarded } from '../platform/db/sqlite-errors.ts'
import { setAside } from '../platform/files/aside.ts'
import { writeFileAtomically } from '../platform/files/atomic.ts'
import { type BackupState, backupStateOf, noBackups } from './backup-state.ts'

/** `backup.json` beside the ledger. */
export interface BackupStore {
  read(): BackupState
  /** On disk before it returns. @throws DangolError `ledger.disk-full`, `ledger.io`. */
  write(state: BackupState): void
}

/** A file that cannot be read is set aside; the copies themselves say when they were made. */
export const openBackupStore = (path: string): BackupStore => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  let current = first(path)
  return {
    read: () => current,
    write(state) {
      guarded(() => writeFileAtomically(path, Buffer.from(`${JSON.stringify(state, null, 2)}\n`)))
      current = state
    },
  }
}

const first = (path: string): BackupState => {
  if (!existsSync(path)) return noBackups
  const state = backupStateOf(textIn(path))
  if (state === null) setAside(path, [''], 'damaged')
  return state ?? noBackups
}

const textIn = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

import type { z } from 'zod'
import type { backupTarget } from '#shared/contract/backup.ts'
import { DangolError } from '#shared/errors.ts'
import type { BackupStore } from './backup-state.port.ts'
import { type Drives, largestFile, lastName } from './drive.ts'
import { ledgerBytes } from './snapshot.port.ts'

export type BackupTarget = z.output<typeof backupTarget>

export interface Targets {
  /** The chosen folder, and the sticks that are in. */
  list(): Promise<BackupTarget[]>
  /**
   * Asked before anything is written. @returns the bytes that one file there can hold.
   * @throws DangolError `backup.target-away`, `backup.no-space`.
   */
  roomOn(target: string): Promise<number>
}

/** Room for keys, manifest, the journal's end and what a file system needs for itself. */
const spareBytes = 8 * 1024 * 1024

export const createTargets = (drives: Drives, store: BackupStore, ledgerPath: string): Targets => {
  const needed = (): number => ledgerBytes(ledgerPath) + spareBytes

  const targetOf = async (
    path: string,
    name: string,
    kind: BackupTarget['kind'],
    fileSystem: string | null,
  ): Promise<BackupTarget> => {
    const freeBytes = await drives.freeBytes(path)
    return { path, name, kind, fileSystem, freeBytes, fits: freeBytes !== null && freeBytes >= needed() }
  }

  return {
    async list() {
      const chosen = store.read().settings.folder
      const sticks = (await drives.list()).filter(({ path }) => path !== chosen)
      return Promise.all([
        ...(chosen === null ? [] : [targetOf(chosen, lastName(chosen), 'folder', null)]),
        ...sticks.map(({ path, name, fileSystem }) => targetOf(path, name, 'stick', fileSystem)),
      ])
    },
    async roomOn(target) {
      const free = await drives.freeBytes(target)
      if (free === null) throw new DangolError('backup.target-away')
      if (free < needed()) throw new DangolError('backup.no-space', { free, needed: needed() })
      const stick = (await drives.list()).find(({ path }) => path === target)
      const told = (await drives.largestFile?.(target)) ?? Number.POSITIVE_INFINITY
      return Math.min(told, largestFile(stick?.fileSystem ?? null))
    },
  }
}

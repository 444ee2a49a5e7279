import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Drives } from '#backend/backup/drives.port.ts'
import { systemDrives } from '#backend/backup/drives.port.ts'
import type { BackendLab } from '../../helpers/backend-lab.ts'

/** Only these sticks are in; room is asked of the system. */
export const sticks = (...paths: string[]): Drives => ({
  list: () => Promise.resolve(paths.map((path) => ({ path, name: 'STICK', fileSystem: 'vfat' }))),
  freeBytes: (path) => systemDrives.freeBytes(path),
})

export const joined = async (lab: BackendLab, name: string, phone: string): Promise<number> => {
  const consent = { required: true, marketing: false } as const
  return (await lab.call('customers.join', { name, phone, consent })).customerId
}

/** Names of everything below the backup folder of a target, without the shop's part. */
export const filesOn = (target: string): string[] =>
  readdirSync(target, { recursive: true })
    .map(String)
    .filter((name) => /dangol-backup\/.+\/.+/.test(name))
    .map((name) => name.split('/').at(-1) ?? name)
    .sort()

export const pathOf = (target: string, id: string): string => join(target, 'dangol-backup', `${id}.dangol`)

/** One bit of one byte, somewhere in the middle. */
export const rot = (path: string, at = 0.5): void => {
  const bytes = readFileSync(path)
  const place = Math.floor(bytes.length * at)
  bytes[place] = (bytes[place] ?? 0) ^ 4
  writeFileSync(path, bytes)
}

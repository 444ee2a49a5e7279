import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { guarded } from '../platform/db/sqlite-errors.ts'
import { writeFileAtomically } from '../platform/files/atomic.ts'
import { type FileIo, systemIo } from '../platform/files/io.ts'
import { type DeviceSettings, noDevices, settingsOf, textOf } from './device-settings.ts'

/**
 * The settings of sources and printers. `setAside` is the path of a damaged file that was moved out of the
 * way at start (defaults are in force then), so that the owner can be told; null when all was well.
 */
export interface DeviceStore {
  readonly setAside: string | null
  read(): DeviceSettings
  /** On disk before it returns. Throws `ledger.disk-full` or `ledger.io`, and then nothing has changed. */
  write(settings: DeviceSettings): void
}

/** @param path of `devices.json`; its folder is made when it is missing. */
export const openDeviceStore = (path: string, io: FileIo = systemIo): DeviceStore => {
  mkdirSync(dirname(path), { recursive: true })
  const first = readOrSetAside(path)
  let current = first.settings
  return {
    setAside: first.setAside,
    read: () => current,
    write(settings) {
      guarded(() => writeFileAtomically(path, Buffer.from(textOf(settings)), io))
      current = settings
    },
  }
}

const readOrSetAside = (path: string): { settings: DeviceSettings; setAside: string | null } => {
  if (!existsSync(path)) return { settings: noDevices, setAside: null }
  const settings = settingsOf(textIn(path))
  if (settings !== null) return { settings, setAside: null }
  const aside = freeName(path)
  renameSync(path, aside)
  return { settings: noDevices, setAside: aside }
}

/** Whatever cannot even be read is as good as damaged: the counter starts without it. */
const textIn = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

const freeName = (path: string): string => {
  let number = 1
  while (existsSync(`${path}.damaged-${number}`)) number += 1
  return `${path}.damaged-${number}`
}

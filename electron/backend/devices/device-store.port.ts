import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { type DeviceSettings, noDevices, settingsOf, textOf } from './device-settings.ts'

/**
 * The settings of sources and printers. `setAside` is the path of a damaged file that was moved out of the
 * way at start (defaults are in force then), so that the owner can be told; null when all was well.
 */
export interface DeviceStore {
  readonly setAside: string | null
  read(): DeviceSettings
  /** On disk before it returns; throws the system's error when the disk refuses, and nothing has changed. */
  write(settings: DeviceSettings): void
}

/** @param path of `devices.json`; its folder is made when it is missing. */
export const openDeviceStore = (path: string): DeviceStore => {
  mkdirSync(dirname(path), { recursive: true })
  const first = readOrSetAside(path)
  let current = first.settings
  return {
    setAside: first.setAside,
    read: () => current,
    write(settings) {
      replaceFile(path, textOf(settings))
      current = settings
    },
  }
}

const readOrSetAside = (path: string): { settings: DeviceSettings; setAside: string | null } => {
  if (!existsSync(path)) return { settings: noDevices, setAside: null }
  const settings = settingsOf(readFileSync(path, 'utf8'))
  if (settings !== null) return { settings, setAside: null }
  const aside = freeName(path)
  renameSync(path, aside)
  return { settings: noDevices, setAside: aside }
}

const freeName = (path: string): string => {
  let number = 1
  while (existsSync(`${path}.damaged-${number}`)) number += 1
  return `${path}.damaged-${number}`
}

/** A crash at any moment leaves the old file or the new one, never half of one. */
const replaceFile = (path: string, text: string): void => {
  const temporary = `${path}.new`
  const file = openSync(temporary, 'w', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
  syncFolder(dirname(path))
}

const syncFolder = (folder: string): void => {
  // Windows cannot open a folder to sync it; its rename is durable by itself.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

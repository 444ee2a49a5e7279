import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import { SerialPort } from 'serialport'
import type { SerialPortInfo } from '#shared/contract/devices.ts'

const byId = '/dev/serial/by-id'

/** The serial ports of this PC with their makers' names. Never rejects: what cannot be listed is not there. */
export const listPorts = async (): Promise<SerialPortInfo[]> => {
  const listed = await SerialPort.list().catch(() => [])
  const known = listed
    .filter((port) => isReal(port.path))
    .map((port) => ({
      path: port.path,
      maker: makerOf(port),
      serialNumber: port.serialNumber ?? null,
      vendorId: port.vendorId ?? null,
      productId: port.productId ?? null,
    }))
  const paths = new Set(known.map((port) => port.path))
  const found = [...known, ...portsById().filter((port) => !paths.has(port.path))]
  return found.toSorted((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
}

/** Windows has a friendly name (`Prolific USB-to-Serial (COM3)`) that the shared type does not know of. */
const makerOf = (port: { readonly manufacturer?: string | undefined }): string | null => {
  const friendly = 'friendlyName' in port && typeof port.friendlyName === 'string' ? port.friendlyName : ''
  const maker = port.manufacturer ?? ''
  const name = friendly.includes(maker) ? friendly : `${maker} ${friendly}`
  return name.trim() === '' ? null : name.trim()
}

/** Linux names 32 ports that no board has; the kernel gives those type 0. */
const isReal = (path: string): boolean => {
  if (process.platform !== 'linux' || !/\/ttyS\d+$/.test(path)) return true
  try {
    return readFileSync(join('/sys/class/tty', basename(path), 'type'), 'latin1').trim() !== '0'
  } catch {
    return false
  }
}

/** Adapters by the names that udev gave them, for systems where its database cannot be asked. */
const portsById = (): SerialPortInfo[] => {
  if (process.platform !== 'linux') return []
  try {
    return readdirSync(byId).map((name) => ({
      path: realpathSync(join(byId, name)),
      maker: name
        .replace(/^usb-/, '')
        .replace(/-if\d+.*$/, '')
        .replaceAll('_', ' '),
      serialNumber: null,
      vendorId: null,
      productId: null,
    }))
  } catch {
    return []
  }
}

import { z } from 'zod'
import { type Printer, printer, type Source, source } from '#shared/contract/devices.ts'

/** `devices.json`: readable while the ledger is locked, so nothing personal stands in it. */
export interface DeviceSettings {
  readonly sources: readonly Source[]
  readonly printers: readonly Printer[]
}

export const noDevices: DeviceSettings = { sources: [], printers: [] }

const uniqueIds = (devices: readonly { readonly id: string }[]): boolean =>
  new Set(devices.map((device) => device.id)).size === devices.length

const file = z.strictObject({
  version: z.literal(1),
  sources: z.array(source).max(50).refine(uniqueIds),
  printers: z.array(printer).max(50).refine(uniqueIds),
})

/** Null for anything that this version did not write: the caller sets such a file aside. */
export const settingsOf = (text: string): DeviceSettings | null => {
  try {
    const parsed = file.safeParse(JSON.parse(text))
    return parsed.success ? { sources: parsed.data.sources, printers: parsed.data.printers } : null
  } catch {
    return null
  }
}

export const textOf = (settings: DeviceSettings): string =>
  `${JSON.stringify({ version: 1, sources: settings.sources, printers: settings.printers }, null, 2)}\n`

/** Adds or replaces by id, keeping the order in which they were first added. */
export const withDevice = <D extends { readonly id: string }>(devices: readonly D[], device: D): D[] =>
  devices.some((other) => other.id === device.id)
    ? devices.map((other) => (other.id === device.id ? device : other))
    : [...devices, device]

export const withoutDevice = <D extends { readonly id: string }>(devices: readonly D[], id: string): D[] =>
  devices.filter((device) => device.id !== id)

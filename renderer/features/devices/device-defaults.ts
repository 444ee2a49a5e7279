import type { Printer, Source } from '#shared/contract/devices.ts'

/** Files are brought in by hand; everything else is set up. */
export type SourceKind = Exclude<Source['kind'], 'file'>
export type KnownSource = Extract<Source, { kind: SourceKind }>
export const isKnownSource = (source: Source): source is KnownSource => source.kind !== 'file'

export type PrinterKind = Printer['kind']
/** `pos`, `pos-2`, `pos-3`: an id that no device has yet. */
export const freeId = (prefix: string, taken: readonly string[]): string => {
  if (!taken.includes(prefix)) return prefix
  let number = 2
  while (taken.includes(`${prefix}-${number}`)) number += 1
  return `${prefix}-${number}`
}

const sourceBase = { enabled: true, encoding: 'cp949', idleGapMs: 1_000 } as const

/** A new source as most Korean POS need it: 9600 8N1, CP949, port 9100 on this PC only. */
export const newSource = (kind: SourceKind, name: string, taken: readonly string[]): KnownSource => {
  const base = { ...sourceBase, id: freeId('pos', taken), name }
  switch (kind) {
    case 'serial':
      return { ...base, kind, path: '', baudRate: 9_600, dataBits: 8, parity: 'none', stopBits: 1 }
    case 'tcp':
      return { ...base, kind, host: '127.0.0.1', port: 9_100 }
    case 'pass-through':
      return {
        ...base,
        kind,
        path: '',
        printerPath: '',
        baudRate: 9_600,
        dataBits: 8,
        parity: 'none',
        stopBits: 1,
      }
    case 'forward':
      return { ...base, kind, host: '0.0.0.0', port: 9_100, printerHost: '', printerPort: 9_100 }
    case 'folder':
      return { ...base, kind, folder: '' }
    default:
      return { ...base, kind, everyMs: 10_000 }
  }
}

/** 80 mm paper unless told otherwise. */
export const newPrinter = (kind: PrinterKind, name: string, taken: readonly string[]): Printer => {
  const base = { id: freeId('printer', taken), name, enabled: true, columns: 42 } as const
  switch (kind) {
    case 'serial':
      return { ...base, kind, path: '', baudRate: 9_600, parity: 'none' }
    case 'tcp':
      return { ...base, kind, host: '', port: 9_100 }
    case 'spooler':
      return { ...base, kind, queue: '' }
    default:
      return { ...base, kind }
  }
}

/** Speeds that printers and POS use; the device's own is added where it is another. */
export const baudRates = (own: number): readonly number[] =>
  [...new Set([own, 1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200])].sort((a, b) => a - b)

/** A port number as typed, or null. */
export const portNumber = (text: string): number | null => {
  const value = Number(text.trim())
  return /^\d{1,5}$/.test(text.trim()) && value >= 1 && value <= 65_535 ? value : null
}

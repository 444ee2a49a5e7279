import type { Source } from '#shared/contract/devices.ts'
import { portNumber } from './device-defaults.ts'

/** A source as it stands in a form: port numbers as typed. */
export interface SourceDraft {
  readonly source: Source
  readonly port: string
  readonly printerPort: string
}

export const draftOf = (source: Source): SourceDraft => ({
  source,
  port: source.kind === 'tcp' || source.kind === 'forward' ? String(source.port) : '',
  printerPort: source.kind === 'forward' ? String(source.printerPort) : '',
})

/** The source with its numbers and trimmed texts, or null while something is missing. */
export const wholeSource = ({ source, port, printerPort }: SourceDraft): Source | null => {
  const name = source.name.trim()
  if (name === '') return null
  const number = portNumber(port)
  switch (source.kind) {
    case 'serial':
      return source.path.trim() === '' ? null : { ...source, name }
    case 'pass-through':
      return source.path.trim() === '' || source.printerPath.trim() === '' ? null : { ...source, name }
    case 'tcp':
      return number === null ? null : { ...source, name, port: number }
    case 'forward': {
      const printer = portNumber(printerPort)
      const printerHost = source.printerHost.trim()
      if (number === null || printer === null || printerHost === '') return null
      return { ...source, name, port: number, printerHost, printerPort: printer }
    }
    case 'folder':
      return source.folder.trim() === '' ? null : { ...source, name, folder: source.folder.trim() }
    default:
      return { ...source, name }
  }
}

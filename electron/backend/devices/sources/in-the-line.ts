import type { Source } from '#shared/contract/devices.ts'

const thisPc = /^(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|::1?|\[::1?\])$/i

/** POS side and printer side are one place: what is passed on would come back for ever. */
export const leadsToItself = (source: Source): boolean => {
  if (source.kind === 'pass-through') return source.path === source.printerPath
  if (source.kind !== 'forward' || source.port !== source.printerPort) return false
  return thisPc.test(source.printerHost) || source.printerHost === source.host
}

/** Whether a source opens this serial port. */
export const holds = (source: Source, path: string): boolean =>
  ((source.kind === 'serial' || source.kind === 'pass-through') && source.path === path) ||
  (source.kind === 'pass-through' && source.printerPath === path)

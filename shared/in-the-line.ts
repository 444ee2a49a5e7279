import type { Source } from './contract/devices.ts'

/** Whether the POS would stop printing if this PC or this program stopped: we sit between it and its printer. */
export const standsInTheLine = (kind: Source['kind']): boolean =>
  kind === 'pass-through' || kind === 'forward'

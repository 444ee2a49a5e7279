import { isAbsolute } from 'node:path'
import { cupsQueues, cupsSpooler } from './cups.port.ts'
import { isPrinterShare, shareSpooler } from './share.port.ts'
import type { Spooler } from './spooler.ts'

/** The system's queue of that name: a share or a folder by its path, anything else is asked of CUPS. */
export const spoolerOf = (queue: string, now: () => number): Spooler =>
  isPrinterShare(queue) || isAbsolute(queue) ? shareSpooler(queue, now) : cupsSpooler(queue)

/** Queues that can be chosen by name; none on Windows, where a share's path is typed. */
export const listSpoolerQueues = (): Promise<string[]> =>
  process.platform === 'win32' ? Promise.resolve([]) : cupsQueues()

import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { writeFileAtomically } from '../../platform/files/atomic.ts'
import { type FileIo, systemIo } from '../../platform/files/io.ts'
import { type FilePrint, lineOf, printOf, samePrint } from './file-print.ts'

/** Which files of a folder were read already; outlives the program. */
export interface FolderMemory {
  /** Known by name, size and time of change: it need not be opened. */
  knows(print: Omit<FilePrint, 'hash'>): boolean
  /** The same contents under the same name, its time off by no more than what shares round away. */
  knowsContents(print: FilePrint): boolean
  /** On disk when it returns. Throws what the system throws. */
  remember(print: FilePrint): void
}

/** More than a POS prints in years; the oldest are forgotten first. */
const mostRemembered = 50_000

/** @param path of its notes, one line a file; names of files stand in it as hashes only. */
export const openFolderMemory = (path: string, io: FileIo = systemIo): FolderMemory => {
  mkdirSync(dirname(path), { recursive: true })
  const lines = existsSync(path) ? readFileSync(path, 'latin1').split('\n') : []
  // A line that a crash cut off is no print; its file is read again.
  const known = lines.map(printOf).filter((print) => print !== null)
  const kept = known.slice(-mostRemembered / 2)
  const torn = lines.length > 0 && lines.at(-1) !== ''
  if (torn || known.length > mostRemembered) {
    writeFileAtomically(path, Buffer.from(kept.map(lineOf).join(''), 'latin1'), io)
  }
  const byName = new Map<string, FilePrint[]>()
  const note = (print: FilePrint): void => {
    const others = byName.get(print.name) ?? []
    byName.set(print.name, [...others, print])
  }
  for (const print of torn || known.length > mostRemembered ? kept : known) note(print)
  return {
    knows: ({ name, size, changedAt }) =>
      byName.get(name)?.some((one) => one.size === size && one.changedAt === changedAt) ?? false,
    knowsContents: (print) => byName.get(print.name)?.some((one) => samePrint(one, print)) ?? false,
    remember(print) {
      appendFileSync(path, lineOf(print), { encoding: 'latin1', mode: 0o600, flush: true })
      note(print)
    },
  }
}

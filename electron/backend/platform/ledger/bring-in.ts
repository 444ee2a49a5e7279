import { existsSync, renameSync, rmSync } from 'node:fs'
import { writeKeyFile } from '../../security/key-file.port.ts'
import type { KeyFile } from '../../security/key-file.ts'
import { setAside } from '../files/aside.ts'
import type { FileIo } from '../files/io.ts'
import { standing, unpackCarried } from '../journal/carried.ts'
import { listSegments, makeFolder, segmentPath } from '../journal/folder.ts'
import { type LedgerFiles, ledgerFiles } from '../ledger-files.ts'
import type { CopyManifest } from './copy-manifest.ts'
import { tailPath } from './copy-parts.ts'

/** What became of the end of the journal that a copy brought along. */
export interface BroughtIn {
  /** To be read before the journal that is here; null where it is the journal now, or the copy brought none. */
  readonly readFirst: string | null
  /** Where ledger and journal that were here lie, when theirs was another line; null otherwise. */
  readonly setAside: string | null
  /** The files as they were. */
  undo(): void
  /** Nothing but the journal is left. */
  done(): void
}

/** What belongs to one line of a ledger's life. */
const line = ['', '-wal', '-shm', '.heads', '.journal'] as const

/**
 * Where there is no journal, the one that came along is the journal from now on: what was captured and not read yet is
 * read out of it. Where there is one that goes as far, it stays. Any other goes aside with its ledger: this copy was
 * chosen, and what is newer in it must not be mixed with what another PC went on to write.
 */
export const bringIn = (
  from: string,
  tail: CopyManifest['tail'],
  path: string,
  keys: KeyFile,
  io: FileIo,
): BroughtIn => {
  const files = ledgerFiles(path)
  const unpacked = `${path}.tail`
  rmSync(unpacked, { recursive: true, force: true })
  const done = (): void => rmSync(unpacked, { recursive: true, force: true })
  if (tail === null) return { readFirst: null, setAside: null, undo: done, done }
  try {
    unpackCarried(tailPath(from), tail.segments, unpacked, io)
  } catch (error) {
    done()
    throw error
  }
  const here = standing(unpacked, files.journal)
  if (here === 'level') return { readFirst: unpacked, setAside: null, undo: done, done }
  const aside = here === 'other' ? setAside(path, line, 'damaged') : null
  layAsJournal(unpacked, files, keys, io)
  const undo = (): void => {
    for (const segment of listSegments(files.journal)) rmSync(segmentPath(files.journal, segment))
    if (aside !== null) putBack(path, aside)
    done()
  }
  return { readFirst: null, setAside: aside, undo, done }
}

const layAsJournal = (unpacked: string, files: LedgerFiles, keys: KeyFile, io: FileIo): void => {
  makeFolder(files.journal, io)
  writeKeyFile(files.keysAgain, keys, io)
  for (const segment of listSegments(unpacked))
    io.rename(segmentPath(unpacked, segment), segmentPath(files.journal, segment))
  io.fsyncFolder(files.journal)
}

const putBack = (path: string, aside: string): void => {
  rmSync(ledgerFiles(path).journal, { recursive: true, force: true })
  for (const suffix of line) if (existsSync(aside + suffix)) renameSync(aside + suffix, path + suffix)
}

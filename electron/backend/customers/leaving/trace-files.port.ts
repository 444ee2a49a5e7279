import { rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { truncateWal } from '../../platform/db/checkpoint.ts'
import { systemIo } from '../../platform/files/io.ts'
import { dropSegments, dropTorn } from '../../platform/journal/folder.ts'
import { dropOtherBases, putBase } from '../../platform/ledger/base.ts'
import type { CopyManifest } from '../../platform/ledger/copy-manifest.ts'
import { readDestroyed, writeDestroyed } from '../../platform/ledger/destroyed-list.ts'
import type { Ledger } from '../../platform/ledger/open.ts'
import { ledgerFiles } from '../../platform/ledger-files.ts'
import { rewriteInThread } from './rewrite-thread.port.ts'
import type { TraceFiles } from './trace-files.ts'

export interface TraceFilesParts {
  readonly ledger: Ledger
  /** An encrypted copy of what is committed, made beside the ledger without holding up the counter. */
  readonly copy: (
    folder: string,
    at: number,
    signal: AbortSignal,
  ) => Promise<{ readonly path: string; readonly manifest: CopyManifest }>
  /** The first capture that has not become papers yet; null when all have. */
  readonly firstUnread: () => number | null
}

/** The files of one open ledger. */
export const traceFiles = ({ ledger, copy, firstUnread }: TraceFilesParts): TraceFiles => {
  const { db, dataKey, path, journal } = ledger
  const files = ledgerFiles(path)
  const folder = join(dirname(path), 'beginning-anew')
  return {
    size: () => statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    lastRecord: () => journal.state.headSeq,
    readList: () => readDestroyed(files.destroyed, dataKey),
    writeList: (ids) => writeDestroyed(files.destroyed, ids, dataKey),
    async wipe(at, signal) {
      // Deleted cells are written over with zeros, but what was moved between pages before is not: only a file that is
      // written anew holds nothing but what is in it.
      const became = await rewriteInThread(ledger)
      if (became === 'refused' || became === 'away')
        throw new Error(`The ledger was not written anew: ${became}`)
      signal.throwIfAborted()
      if (became !== 'done' || !truncateWal(db)) return 'reader'
      const begins = ledger.beginAnew(at)
      const made = await copy(folder, at, signal)
      signal.throwIfAborted()
      const base = putBase(made.path, made.manifest, files.journal)
      // Captures that were not read yet are needed still, and what stands after them goes later.
      const needed = firstUnread() ?? Number.POSITIVE_INFINITY
      const first = dropSegments(files.journal, Math.min(base.journalSeq, needed - 1), systemIo)
      dropTorn(files.journal)
      dropOtherBases(files.journal, base)
      rmSync(folder, { recursive: true, force: true })
      return first >= begins ? 'done' : 'captures'
    },
  }
}

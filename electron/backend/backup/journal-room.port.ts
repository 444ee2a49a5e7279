import { systemIo } from '../platform/files/io.ts'
import { dropSegments, segmentFiles } from '../platform/journal/folder.ts'
import { dropOtherBases, newestBase, putBase } from '../platform/ledger/base.ts'
import type { Ledger } from '../platform/ledger/open.ts'
import { ledgerFiles } from '../platform/ledger-files.ts'
import type { Segment } from './journal-need.ts'
import type { Snapshot } from './snapshot.port.ts'

/** Empty where there is no journal. */
export const journalSegments = (ledgerPath: string): readonly Segment[] =>
  segmentFiles(ledgerFiles(ledgerPath).journal)

/**
 * The snapshot stays, beside the journal, and the segments that hold nothing after `seq` go: in this order, so that at
 * every moment the ledger can be made again from what is there.
 */
export const beginAfter = (ledger: Ledger, snapshot: Snapshot, seq: number): void => {
  const folder = ledgerFiles(ledger.path).journal
  const there = newestBase(folder, ledger.dataKey, ledger.id)
  // One that was made after somebody's traces were wiped is never followed by an older one.
  if (there === null || there.journalSeq < snapshot.manifest.journalSeq)
    dropOtherBases(folder, putBase(snapshot.path, snapshot.manifest, folder))
  dropSegments(folder, seq, systemIo)
}

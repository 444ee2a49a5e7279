import { guarded } from '../platform/db/sqlite-errors.ts'
import { type Carried, segmentsAfter } from '../platform/journal/carried.ts'
import { segmentFiles } from '../platform/journal/folder.ts'
import type { Ledger } from '../platform/ledger/open.ts'
import { ledgerFiles } from '../platform/ledger-files.ts'

/** A segment that is larger than this is not carried along for the little that comes after the snapshot. */
const largestCarried = 256 * 1024

/** Lets the journal go on in a new segment where the present one is large already. */
export const beginTail = (ledger: Ledger, now: number): void =>
  guarded(() => {
    const last = segmentFiles(ledgerFiles(ledger.path).journal).at(-1)
    if (last !== undefined && last.bytes > largestCarried) ledger.beginAnew(now, 'copied')
  })

export interface TailSegments {
  readonly folder: string
  readonly segments: readonly Carried[]
  /** The last record in them. */
  readonly lastSeq: number
}

/**
 * The journal's segments from those on that hold what the snapshot lacks: units of work, and captures that it had not
 * made papers of.
 * @returns null when there is nothing of the kind; or not all of it any more, because somebody's traces were wiped
 * meanwhile.
 */
export const tailAfter = (ledger: Ledger, seq: number, unread: number | null): TailSegments | null =>
  guarded(() => {
    const folder = ledgerFiles(ledger.path).journal
    const lastSeq = ledger.journal.state.headSeq
    const after = Math.min(seq, (unread ?? Number.POSITIVE_INFINITY) - 1)
    const segments = lastSeq <= after ? [] : segmentsAfter(folder, after)
    return segments === null || segments.length === 0 ? null : { folder, segments, lastSeq }
  })

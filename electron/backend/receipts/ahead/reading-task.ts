import type { EpochMs } from '#shared/dates.ts'
import type { TextEncoding } from '../paper/encoding.ts'
import type { Paper } from '../paper/paper.ts'
import { papersOf } from '../paper/papers-of.ts'
import type { Profile } from '../reading/profiles/profile.ts'
import type { ProfileData } from '../reading/profiles/schema.ts'
import { readPapers } from '../reading/read.ts'
import type { Reading } from '../reading/reading.ts'

/** The bytes of one paper, which alone print the same paper again. */
export interface PrintedBytes {
  readonly bytes: Uint8Array
  readonly encoding: TextEncoding
  readonly endedBy: Paper['endedBy']
}

/** Papers that came together and are read together, so that copies are seen beside their originals. */
export interface PrintedGroup {
  readonly papers: readonly PrintedBytes[]
  readonly receivedAt: EpochMs
}

/** What the thread is told: the layouts that the owner has taught, or groups to read. */
export type ReadingTask =
  | { readonly is: 'layouts'; readonly taught: readonly ProfileData[] }
  | { readonly is: 'groups'; readonly first: number; readonly groups: readonly PrintedGroup[] }

/** What it answers: that it is there, or the readings of groups in their order, numbered from `first`. */
export type ReadingAnswer =
  | { readonly is: 'ready' }
  | { readonly is: 'read'; readonly first: number; readonly readings: readonly GroupReadings[] }

/** Null where the bytes alone did not print exactly one paper: whoever has the paper itself reads it. */
export type GroupReadings = readonly Reading[] | null

/** Decodes and reads one group. Pure; the readings are those of the papers that the bytes were cut from. */
export const readPrinted = (
  { papers, receivedAt }: PrintedGroup,
  profiles: readonly Profile[],
): GroupReadings => {
  const decoded: Paper[] = []
  for (const { bytes, encoding, endedBy } of papers) {
    const [paper, another] = papersOf(bytes, encoding)
    if (paper === undefined || another !== undefined) return null
    decoded.push({ ...paper, endedBy })
  }
  return readPapers(decoded, { receivedAt, profiles })
}

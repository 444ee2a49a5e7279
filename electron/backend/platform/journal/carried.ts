import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import type { FileIo } from '../files/io.ts'
import { syncFile } from '../files/sync.ts'
import { listSegments, makeFolder, readSegment, readSegmentStart, segmentPath } from './folder.ts'

// The end of a journal that goes with a copy of the ledger: whole segments, byte for byte, one after another in one file.

/** A segment, and as many of its bytes as were on disk at the time. */
export interface Carried {
  readonly segment: number
  readonly bytes: number
}

/**
 * The segments from the one that holds the record after `seq` on; null when they do not reach back so far, empty when
 * there is nothing after it. To be asked in the turn in which the journal's last number is.
 */
export const segmentsAfter = (folder: string, seq: number): readonly Carried[] | null => {
  const starts = listSegments(folder).map((segment) => readSegmentStart(folder, segment))
  const first = starts.findLastIndex(({ firstSeq }) => firstSeq !== null && firstSeq <= seq + 1)
  if (first < 0) return starts.length === 0 ? [] : null
  return starts.slice(first).map(({ segment }) => ({
    segment,
    bytes: statSync(segmentPath(folder, segment)).size,
  }))
}

/** Takes the file apart again, into a folder that a journal can be read from. */
export const unpackCarried = (
  file: string,
  segments: readonly Carried[],
  folder: string,
  io: FileIo,
): void => {
  makeFolder(folder, io)
  const from = openSync(file, 'r')
  try {
    for (const { segment, bytes } of segments) {
      copyBytes(from, bytes, segmentPath(folder, segment))
      syncFile(segmentPath(folder, segment), io)
    }
  } finally {
    closeSync(from)
  }
  io.fsyncFolder(folder)
}

const copyBytes = (from: number, bytes: number, to: string): void => {
  const out = openSync(to, 'w', 0o600)
  try {
    const piece = Buffer.allocUnsafe(1024 * 1024)
    for (let left = bytes; left > 0; ) {
      const read = readSync(from, piece, 0, Math.min(left, piece.length), null)
      if (read === 0) throw new Error('The end of a journal is shorter than its copy says')
      for (let done = 0; done < read; ) done += writeSync(out, piece, done, read - done)
      left -= read
    }
  } finally {
    closeSync(out)
  }
}

/**
 * How the journal in `here` stands to the one that was carried. `level`: it goes at least as far, on the same line.
 * `other`: it ends before, or another line of the same ledger was written there, as on a PC that had it earlier.
 */
export const standing = (carried: string, here: string): 'none' | 'level' | 'other' => {
  const segments = listSegments(here)
  if (segments.length === 0) return 'none'
  const theirs = hashesIn(carried, listSegments(carried))
  const last = Math.max(...theirs.keys())
  let reaches = false
  for (const segment of segments.toReversed()) {
    const own = hashesIn(here, [segment])
    reaches ||= [...own.keys()].some((seq) => seq >= last)
    const shared = [...own.keys()].filter((seq) => theirs.has(seq))
    if (shared.length === 0) continue
    const newest = Math.max(...shared)
    return reaches && own.get(newest) === theirs.get(newest) ? 'level' : 'other'
  }
  return reaches ? 'level' : 'other'
}

/** Chain hashes of the records, by their numbers. */
const hashesIn = (folder: string, segments: readonly number[]): Map<number, string> =>
  new Map(
    segments.flatMap((segment) =>
      readSegment(folder, segment)
        .frames.filter(({ type }) => type !== 'key')
        .map(({ seq, hash }) => [seq, hash.toString('hex')] as const),
    ),
  )

import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomically } from '../files/atomic.ts'
import type { FileIo } from '../files/io.ts'
import { listSegments, makeFolder, readSegment, segmentPath } from './folder.ts'
import { noHash, smallestFrame } from './frame.ts'
import type { Scan, SegmentHead } from './segment.ts'

/** Where the next record goes. */
export interface Tail {
  readonly nextSeq: number
  readonly hash: Buffer
  /** Number of the last segment file; 0 when there is none. */
  readonly segment: number
  /** Bytes of that segment that count. */
  readonly end: number
  /** Null: go on in that segment. Otherwise a new one is begun, for this reason. */
  readonly fresh: SegmentHead['reason'] | null
  /** Bytes of an unfinished last write, now kept aside. */
  readonly tornBytes: number
  /** Captures after the last commit: what waits to be read. */
  readonly waitingCaptures: number
}

/** How far back captures are counted; beyond it the figure is a lower bound. */
const countedSegments = 16

/**
 * Finds the end of a journal. What a crash left of the last write is kept aside in `torn/` and cut off; the
 * numbers that it may have held are never given again, in case one of them had been acknowledged after all.
 */
export const findTail = (folder: string, io: FileIo): Tail => {
  const segments = listSegments(folder)
  const last = segments.at(-1)
  if (last === undefined)
    return { nextSeq: 1, hash: noHash, segment: 0, end: 0, fresh: 'first', tornBytes: 0, waitingCaptures: 0 }
  const scan = readSegment(folder, last)
  const waitingCaptures = countWaiting(folder, segments, scan)
  if (scan.head === null || scan.holes.length > 0) {
    const known = lastSeq(scan) ?? seqBefore(folder, segments)
    return {
      nextSeq: known + 1 + possibleRecords(scan.bytes.length),
      hash: scan.lastHash,
      segment: last,
      end: scan.end,
      fresh: 'hole',
      tornBytes: 0,
      waitingCaptures,
    }
  }
  const nextSeq = (lastSeq(scan) ?? scan.firstSeq - 1) + 1
  const whole = { hash: scan.lastHash, segment: last, end: scan.end, waitingCaptures }
  if (scan.torn === null) return { ...whole, nextSeq, fresh: null, tornBytes: 0 }
  const { offset, length } = scan.torn
  keepAside(folder, last, scan.bytes.subarray(offset), offset, io)
  cut(segmentPath(folder, last), offset, io)
  return { ...whole, nextSeq: nextSeq + possibleRecords(length), fresh: 'torn', tornBytes: length }
}

const lastSeq = (scan: Scan): number | null => scan.frames.findLast(({ type }) => type !== 'key')?.seq ?? null

/** The last number in the segments before the last one. */
const seqBefore = (folder: string, segments: readonly number[]): number => {
  for (const segment of segments.slice(0, -1).reverse()) {
    const scan = readSegment(folder, segment)
    const seq = lastSeq(scan)
    if (seq !== null) return seq + possibleRecords(scan.torn?.length ?? 0)
  }
  return 0
}

/** How many records so many bytes can have held at most. */
const possibleRecords = (bytes: number): number => Math.ceil(bytes / smallestFrame)

const countWaiting = (folder: string, segments: readonly number[], newest: Scan): number => {
  let waiting = 0
  let scan = newest
  for (const segment of segments.slice(-countedSegments).reverse()) {
    if (segment !== segments.at(-1)) scan = readSegment(folder, segment)
    const commit = scan.frames.findLastIndex(({ type }) => type === 'commit')
    waiting += scan.frames.slice(commit + 1).filter(({ type }) => type === 'capture').length
    if (commit >= 0) break
  }
  return waiting
}

const keepAside = (folder: string, segment: number, bytes: Buffer, offset: number, io: FileIo): void => {
  const aside = join(folder, 'torn')
  makeFolder(aside, io)
  writeFileAtomically(join(aside, `${String(segment).padStart(6, '0')}-${offset}.bin`), bytes, io)
}

const cut = (path: string, length: number, io: FileIo): void => {
  const fd = openSync(path, 'r+')
  try {
    io.truncate(fd, length)
    io.fsync(fd)
  } finally {
    closeSync(fd)
  }
}

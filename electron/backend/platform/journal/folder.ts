import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { EpochMs } from '#shared/dates.ts'
import type { FileIo } from '../files/io.ts'
import { headAt, type Scan, type SegmentHead, scanSegment, segmentName, segmentNumber } from './segment.ts'

/** Segment numbers in order. Empty when there is no such folder. */
export const listSegments = (folder: string): number[] => {
  try {
    return readdirSync(folder)
      .map(segmentNumber)
      .filter((number) => number !== null)
      .sort((a, b) => a - b)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

export const segmentPath = (folder: string, segment: number): string => join(folder, segmentName(segment))

export const readSegment = (folder: string, segment: number): Scan & { readonly bytes: Buffer } => {
  const bytes = readFileSync(segmentPath(folder, segment))
  return { ...scanSegment(bytes), bytes }
}

export interface SegmentStart {
  readonly segment: number
  /** Null when even its beginning cannot be read. */
  readonly head: SegmentHead | null
  readonly firstSeq: number | null
}

/** Reads only the first kilobyte. */
export const readSegmentStart = (folder: string, segment: number): SegmentStart => {
  const fd = openSync(segmentPath(folder, segment), 'r')
  try {
    const start = Buffer.alloc(1024)
    const first = headAt(start.subarray(0, readSync(fd, start, 0, start.length, 0)))
    return { segment, head: first?.head ?? null, firstSeq: first?.frame.seq ?? null }
  } finally {
    closeSync(fd)
  }
}

export interface SegmentFile {
  readonly segment: number
  readonly firstSeq: number | null
  readonly bytes: number
  /** When the last record was put into it. */
  readonly writtenAt: EpochMs
}

/** All of them in order, by their names and first kilobytes. */
export const segmentFiles = (folder: string): SegmentFile[] =>
  listSegments(folder).map((segment) => {
    const { size, mtimeMs } = statSync(segmentPath(folder, segment))
    const { firstSeq } = readSegmentStart(folder, segment)
    return { segment, firstSeq, bytes: size, writtenAt: Math.round(mtimeMs) }
  })

/**
 * Removes the segments that hold nothing after record `seq`, the oldest first: what is left always goes on without a gap.
 * The last segment stays.
 * @returns the number with which the first one that is left begins.
 */
export const dropSegments = (folder: string, seq: number, io: FileIo): number => {
  const starts = listSegments(folder).map((segment) => readSegmentStart(folder, segment))
  let first = starts[0]?.firstSeq ?? 0
  for (const [index, { segment }] of starts.entries()) {
    const next = starts[index + 1]?.firstSeq ?? null
    if (next === null || next > seq + 1) break
    rmSync(segmentPath(folder, segment))
    first = next
  }
  io.fsyncFolder(folder)
  return first
}

/** Removes what was kept aside of ends that a crash had torn. */
export const dropTorn = (folder: string): void =>
  rmSync(join(folder, 'torn'), { recursive: true, force: true })

export const makeFolder = (folder: string, io: FileIo): void => {
  if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) io.fsyncFolder(dirname(folder))
}

/** A segment that was being begun when the process ended never held anything acknowledged. */
export const removeUnfinished = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.seg.new')) rmSync(join(folder, name))
  }
}

import type { TextEncoding } from '../paper/encoding.ts'
import type { Paper } from '../paper/paper.ts'
import { createPaperMaker } from '../paper/paper-maker.ts'

/** A finished paper and where in the journal its bytes begin and end. */
export interface PlacedPaper {
  readonly paper: Paper
  readonly bytes: Uint8Array
  /** The capture in which it begins, and the place of its first byte in there. */
  readonly captureSeq: number
  readonly fromByte: number
  /** `fromByte` and its length; beyond the first capture's end when it came in several. */
  readonly toByte: number
  /** The place after its last byte: from here on the stream is unread. */
  readonly next: StreamPlace
}

export interface StreamPlace {
  readonly seq: number
  readonly offset: number
}

/** The captures of one stream, made into papers. */
export interface SourceStream {
  /** @param skip bytes at its beginning that were read before. */
  push(seq: number, bytes: Uint8Array, skip?: number): PlacedPaper[]
  /** The line fell silent. */
  gap(): PlacedPaper[]
  close(): PlacedPaper[]
  /** The first capture that still has unread bytes; null when all has been read. */
  unreadSince(): number | null
}

interface Chunk {
  readonly seq: number
  /** Where this piece begins within its capture. */
  readonly offset: number
  /** Where it begins within the stream. */
  readonly start: number
  readonly bytes: Uint8Array
}

/** A paper never holds more (see the paper maker); older bytes printed nothing. */
const mostUnread = 6 * 1024 * 1024

export const createSourceStream = (encoding: TextEncoding): SourceStream => {
  const maker = createPaperMaker({ encoding })
  let chunks: Chunk[] = []
  let length = 0

  const dropBefore = (place: number): void => {
    const kept = chunks.findIndex((chunk) => chunk.start + chunk.bytes.length > place)
    chunks = kept < 0 ? [] : chunks.slice(kept)
  }

  const placeOf = (at: number): StreamPlace => {
    const chunk = chunks.findLast((one) => one.start < at) ?? chunks[0]
    return chunk === undefined
      ? { seq: 0, offset: 0 }
      : { seq: chunk.seq, offset: chunk.offset + at - chunk.start }
  }

  const placed = (paper: Paper): PlacedPaper => {
    dropBefore(paper.from)
    const first = chunks[0]
    const fromByte = first === undefined ? 0 : first.offset + paper.from - first.start
    return {
      paper,
      bytes: bytesBetween(chunks, paper.from, paper.to),
      captureSeq: first?.seq ?? 0,
      fromByte,
      toByte: fromByte + paper.to - paper.from,
      next: placeOf(paper.to),
    }
  }

  const taken = (papers: readonly Paper[]): PlacedPaper[] => {
    const all = papers.map(placed)
    const last = papers.at(-1)
    if (last !== undefined) dropBefore(last.to)
    if (length - (chunks[0]?.start ?? length) > mostUnread) dropBefore(length - mostUnread)
    return all
  }

  const ended = (papers: readonly Paper[]): PlacedPaper[] => {
    const all = taken(papers)
    chunks = []
    return all
  }

  return {
    push(seq, bytes, skip = 0) {
      const fresh = bytes.subarray(skip)
      if (fresh.length === 0) return []
      chunks.push({ seq, offset: skip, start: length, bytes: fresh })
      length += fresh.length
      return taken(maker.push(fresh))
    },
    gap: () => ended(maker.gap()),
    close: () => ended(maker.close()),
    unreadSince: () => chunks[0]?.seq ?? null,
  }
}

const bytesBetween = (chunks: readonly Chunk[], from: number, to: number): Uint8Array => {
  const parts = chunks
    .filter((chunk) => chunk.start < to && chunk.start + chunk.bytes.length > from)
    .map((chunk) => chunk.bytes.subarray(Math.max(0, from - chunk.start), to - chunk.start))
  return new Uint8Array(Buffer.concat(parts))
}

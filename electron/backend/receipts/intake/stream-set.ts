import type { EpochMs } from '#shared/dates.ts'
import type { TextEncoding } from '../paper/encoding.ts'
import { createSourceStream, type PlacedPaper, type SourceStream, type StreamPlace } from './source-stream.ts'

/** Papers that became ready together, read together. */
export interface ReadyPapers {
  readonly streamKey: string
  readonly encoding: TextEncoding
  readonly receivedAt: EpochMs
  readonly papers: readonly PlacedPaper[]
}

export interface IncomingCapture {
  readonly seq: number
  readonly streamKey: string
  readonly encoding: TextEncoding
  readonly at: EpochMs
  readonly bytes: Uint8Array
  readonly closes: boolean
}

interface Open {
  readonly stream: SourceStream
  readonly encoding: TextEncoding
  lastAt: EpochMs
}

/**
 * All open streams. The times of the captures decide where a line fell silent, so that reading a journal again
 * finds the same papers as reading along did.
 */
export interface StreamSet {
  take(capture: IncomingCapture): ReadyPapers[]
  /** Ends the paper of a stream that has been silent for `gapMs` at `now`; 0 milliseconds left means it was. */
  silence(
    streamKey: string,
    now: EpochMs,
    gapMs: number,
  ): { readonly ready: ReadyPapers[]; readonly leftMs: number }
  /** The stream will not go on. */
  end(streamKey: string): ReadyPapers[]
  /** Streams with bytes that are no paper yet, and when they last spoke. */
  unfinished(): { readonly streamKey: string; readonly lastAt: EpochMs }[]
  /** Of all unread bytes the first capture's number; null when everything was read. */
  unreadSince(): number | null
}

/**
 * @param gapMs the source's idle gap.
 * @param done where each stream was read to in an earlier run.
 */
export const createStreamSet = (
  gapMs: (streamKey: string) => number,
  done: ReadonlyMap<string, StreamPlace> = new Map(),
): StreamSet => {
  const open = new Map<string, Open>()

  const ready = (streamKey: string, one: Open, papers: readonly PlacedPaper[]): ReadyPapers[] =>
    papers.length === 0 ? [] : [{ streamKey, encoding: one.encoding, receivedAt: one.lastAt, papers }]

  const end = (streamKey: string): ReadyPapers[] => {
    const one = open.get(streamKey)
    open.delete(streamKey)
    return one === undefined ? [] : ready(streamKey, one, one.stream.close())
  }

  const streamFor = (capture: IncomingCapture): { one: Open; before: ReadyPapers[] } => {
    const { streamKey, encoding, at } = capture
    const known = open.get(streamKey)
    // Settings were changed: what came before was printed under the old ones.
    const before = known !== undefined && known.encoding !== encoding ? end(streamKey) : []
    const one = open.get(streamKey) ?? { stream: createSourceStream(encoding), encoding, lastAt: at }
    open.set(streamKey, one)
    return { one, before }
  }

  return {
    take(capture) {
      const { streamKey, seq, at, bytes } = capture
      const place = done.get(streamKey)
      if (place !== undefined && seq < place.seq) return []
      if (capture.closes) return end(streamKey)
      const { one, before } = streamFor(capture)
      const silent = at - one.lastAt >= gapMs(streamKey) ? ready(streamKey, one, one.stream.gap()) : []
      one.lastAt = at
      const skip = place?.seq === seq ? place.offset : 0
      return [...before, ...silent, ...ready(streamKey, one, one.stream.push(seq, bytes, skip))]
    },
    silence(streamKey, now, gap) {
      const one = open.get(streamKey)
      if (one === undefined) return { ready: [], leftMs: 0 }
      const leftMs = one.lastAt + gap - now
      // More than the gap is left only where the clock was set back since: whoever asks has waited.
      if (leftMs > 0 && leftMs <= gap) return { ready: [], leftMs }
      return { ready: ready(streamKey, one, one.stream.gap()), leftMs: 0 }
    },
    end,
    unfinished: () =>
      [...open]
        .filter(([, one]) => one.stream.unreadSince() !== null)
        .map(([streamKey, one]) => ({ streamKey, lastAt: one.lastAt })),
    unreadSince() {
      const places = [...open.values()].map((one) => one.stream.unreadSince()).filter((seq) => seq !== null)
      return places.length === 0 ? null : Math.min(...places)
    },
  }
}

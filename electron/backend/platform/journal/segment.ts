import { z } from 'zod'
import { type Frame, frame, frameAt, framePrefix, hashLength, nextSync, noHash } from './frame.ts'

/** The readable first frame of every segment. */
const head = z.strictObject({
  version: z.literal(1),
  ledgerId: z.uuid(),
  /** The public key that everything here is sealed to, hex. */
  sealedTo: z.string().regex(/^[0-9a-f]{64}$/),
  /** The segment's number, from 1, as in its name. */
  segment: z.number().int().positive(),
  /** Chain hash of the last frame that counts in the segment before, hex; zeros for the first. */
  previous: z.string().regex(/^[0-9a-f]{64}$/),
  /** Why this segment was begun. Only after `torn`, `hole` or `behind` may numbers have been left out before it. */
  reason: z.enum(['first', 'full', 'failed', 'torn', 'hole', 'behind']),
})
export type SegmentHead = z.infer<typeof head>

export const segmentName = (segment: number): string => `${String(segment).padStart(6, '0')}.seg`

/** Null for anything else that lies in the folder. */
export const segmentNumber = (name: string): number | null => {
  const match = /^(\d{6,})\.seg$/.exec(name)
  return match?.[1] === undefined ? null : Number(match[1])
}

export const headFrame = (content: SegmentHead, firstSeq: number): { bytes: Buffer; hash: Buffer } => {
  const body = Buffer.from(JSON.stringify(content))
  return frame(framePrefix('head', firstSeq, body.length), body, Buffer.from(content.previous, 'hex'))
}

export interface Hole {
  /** Number of the last whole record before it; null when it is the segment's very beginning. */
  readonly afterSeq: number | null
  readonly offset: number
  readonly length: number
}

export interface Scan {
  readonly head: SegmentHead | null
  readonly firstSeq: number
  /** Whole frames in order, without the head. */
  readonly frames: readonly Frame[]
  /** What could not be read, with whole frames after it. */
  readonly holes: readonly Hole[]
  /** Unreadable bytes at the end: what a crash left of the last write. */
  readonly torn: Hole | null
  readonly lastHash: Buffer
  /** Just behind the last whole frame. */
  readonly end: number
}

/**
 * Reads one segment's frames. Never throws, whatever the bytes: after a place that does not fit, it goes on
 * at the next frame that follows on the 32 bytes before it.
 */
export const scanSegment = (bytes: Buffer): Scan => {
  const frames: Frame[] = []
  const holes: Hole[] = []
  const first = headAt(bytes)
  let lastHash = first?.frame.hash ?? noHash
  let end = first?.frame.end ?? 0
  let seq: number | null = null
  let last = end
  while (end < bytes.length) {
    const found = frameAt(bytes, end, lastHash)
    if (found !== null && found.type !== 'head') {
      frames.push(found)
      if (found.type !== 'key') seq = found.seq
      lastHash = found.hash
      end = last = found.end
      continue
    }
    const next = resume(bytes, end + 1)
    if (next === null) break
    holes.push({ afterSeq: seq, offset: end, length: next - end })
    lastHash = bytes.subarray(next - hashLength, next)
    end = next
  }
  const torn = last < bytes.length ? { afterSeq: seq, offset: last, length: bytes.length - last } : null
  return {
    head: first?.head ?? null,
    firstSeq: first?.frame.seq ?? frames[0]?.seq ?? 0,
    frames,
    holes,
    torn,
    lastHash,
    end: last,
  }
}

/** The head alone, from a segment's first kilobyte or more. */
export const headAt = (bytes: Buffer): { readonly head: SegmentHead; readonly frame: Frame } | null => {
  const length = bytes.length < 8 ? 0 : bytes.readUInt32LE(4)
  if (length < 60 || length > bytes.length) return null
  const content = head.safeParse(json(bytes.subarray(20, length - hashLength)))
  if (!content.success) return null
  const found = frameAt(bytes, 0, Buffer.from(content.data.previous, 'hex'))
  return found?.type === 'head' ? { head: content.data, frame: found } : null
}

const json = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}

const resume = (bytes: Buffer, from: number): number | null => {
  for (let at = nextSync(bytes, Math.max(from, hashLength)); at !== null; at = nextSync(bytes, at + 1)) {
    const found = frameAt(bytes, at, bytes.subarray(at - hashLength, at))
    if (found !== null && found.type !== 'head') return at
  }
  return null
}

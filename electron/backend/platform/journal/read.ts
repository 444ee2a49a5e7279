import { type KeyObject, timingSafeEqual } from 'node:crypto'
import { unseal } from '../../security/seal.ts'
import { sealContext } from './appender.ts'
import { listSegments, readSegment, readSegmentStart } from './folder.ts'
import { type Frame, framePrefix } from './frame.ts'
import { signature, signatureLength, signingKey } from './journal.ts'
import {
  type Capture,
  type Commit,
  decodeCapture,
  decodeCommit,
  decodeMarker,
  decodeVoid,
  type Marker,
} from './records.ts'
import { runKeyFor } from './run-key.ts'
import type { Scan } from './segment.ts'

/** One record, opened; or a place where records are missing or cannot be read. */
export type Entry =
  | { readonly kind: 'capture'; readonly seq: number; readonly capture: Capture }
  | { readonly kind: 'commit'; readonly seq: number; readonly commit: Commit }
  | { readonly kind: 'void'; readonly seq: number; readonly voids: number }
  | { readonly kind: 'marker'; readonly seq: number; readonly marker: Marker }
  /** `seq` is the number of the last record before it. */
  | { readonly kind: 'hole'; readonly seq: number; readonly reason: HoleReason }

/**
 * `bytes`: changed or missing inside a segment · `segment`: a whole segment is gone · `start`: the journal does
 * not reach back that far · `seal`: not sealed or signed by this ledger.
 */
export type HoleReason = 'bytes' | 'segment' | 'start' | 'seal'

export interface JournalSource {
  readonly folder: string
  readonly ledgerId: string
  /** X25519, raw. */
  readonly privateKey: Uint8Array
  readonly dataKey: Uint8Array
}

export interface ReadOptions extends JournalSource {
  /** Only what comes after this number. */
  readonly afterSeq: number
  /** Leaves all other records sealed: opening the commits of a large import takes longer than they took to write. */
  readonly only?: 'capture'
}

/**
 * A journal's records in order, read one segment at a time. Never throws for what is in the files: what
 * cannot be read is told as a hole in its place, and reading goes on behind it.
 */
export function* readJournal(options: ReadOptions): Generator<Entry> {
  const { folder, afterSeq } = options
  const open = opener(options)
  const starts = listSegments(folder).map((segment) => readSegmentStart(folder, segment))
  let expected: number | null = null
  let hash: Buffer | null = null
  for (const [index, { segment }] of starts.entries()) {
    // Where the next segment begins, this one ends: what stands behind was given up by the writer.
    const next = starts.slice(index + 1).find(({ firstSeq }) => firstSeq !== null)?.firstSeq ?? Infinity
    if (next <= afterSeq + 1) continue
    const scan = readSegment(folder, segment)
    const gap = joint(scan, expected, hash, afterSeq)
    if (gap !== null && scan.firstSeq - 1 > afterSeq)
      yield { kind: 'hole', seq: (expected ?? afterSeq + 1) - 1, reason: gap }
    expected = scan.firstSeq
    hash = scan.frames.length === 0 ? scan.lastHash : null
    let runKey: KeyObject | null = null
    for (const frame of scan.frames) {
      if (frame.seq >= next) break
      hash = frame.hash
      if (frame.type === 'key') {
        runKey = runKeyFor(frame.body, options.privateKey)
        continue
      }
      if (frame.seq !== expected && frame.seq - 1 > afterSeq)
        yield { kind: 'hole', seq: expected - 1, reason: 'bytes' }
      if (frame.seq < expected) continue
      expected = frame.seq + 1
      if (frame.seq > afterSeq && (options.only ?? frame.type) === frame.type)
        yield open(frame, runKey) ?? { kind: 'hole', seq: frame.seq - 1, reason: 'seal' }
    }
  }
}

/** What is wrong where one segment follows on another; after a torn end, numbers may have been left out. */
const joint = (
  scan: Scan,
  expected: number | null,
  hash: Buffer | null,
  afterSeq: number,
): HoleReason | null => {
  if (expected === null) return scan.firstSeq > afterSeq + 1 ? 'start' : null
  if (scan.head === null) return scan.firstSeq === expected ? null : 'bytes'
  if (hash !== null && scan.head.previous !== hash.toString('hex')) return 'segment'
  return scan.firstSeq === expected || scan.head.reason === 'torn' ? null : 'bytes'
}

/** Opens one frame; null when it is not sealed by a writer of this journal or not signed by its ledger. */
const opener = (options: ReadOptions): ((frame: Frame, runKey: KeyObject | null) => Entry | null) => {
  const signing = signingKey(options.dataKey, options.ledgerId)
  return ({ type, seq, body }, runKey) => {
    const prefix = framePrefix(type, seq, body.length)
    const plain = runKey === null ? null : unseal(runKey, body, sealContext(prefix, options.ledgerId))
    if (plain === null) return null
    try {
      if (type === 'capture') return { kind: type, seq, capture: decodeCapture(plain) }
      if (type !== 'commit' && type !== 'void' && type !== 'marker') return null
      const content = plain.subarray(signatureLength)
      const expected = signature(signing, type, seq, content)
      if (plain.length < signatureLength || !timingSafeEqual(expected, plain.subarray(0, signatureLength)))
        return null
      if (type === 'commit') return { kind: type, seq, commit: decodeCommit(content) }
      if (type === 'void') return { kind: type, seq, voids: decodeVoid(content) }
      return { kind: type, seq, marker: decodeMarker(content) }
    } catch {
      // Signed or sealed as it should be, and yet not understood: told as unreadable, never guessed.
      return null
    }
  }
}

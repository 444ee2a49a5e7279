import { closeSync, openSync } from 'node:fs'
import { DangolError } from '#shared/errors.ts'
import { seal, sealOverhead } from '../../security/seal.ts'
import { guarded } from '../db/sqlite-errors.ts'
import type { FileIo } from '../files/io.ts'
import { makeFolder, removeUnfinished, segmentPath } from './folder.ts'
import { type FrameType, frame, framePrefix, largestBody } from './frame.ts'
import { newRunKey, type RunKey } from './run-key.ts'
import { headFrame, type SegmentHead } from './segment.ts'
import { findTail, type Tail } from './tail.ts'

export interface AppenderOptions {
  readonly folder: string
  readonly ledgerId: string
  /** X25519, raw. */
  readonly publicKey: Uint8Array
  readonly io: FileIo
  /** A segment that has grown to this many bytes is followed by a new one. */
  readonly segmentBytes: number
}

/** Records per run key. */
const runLength = 1024

/**
 * The one writer of a journal. `append` returns when the record is on disk; when that fails, the segment is
 * given up at its last durable byte and the next append begins a new one, so that nothing that an fsync could
 * not vouch for is ever built upon.
 */
export interface Appender {
  append(type: Exclude<FrameType, 'head' | 'key'>, plain: (seq: number) => Uint8Array): number
  readonly tail: Tail
  nextSeq(): number
  /** Numbers up to `seq` are taken: the ledger knows of records that this journal does not hold any more. */
  skipTo(seq: number): void
  /** The next record begins a new segment: what is in those before it can be given up as a whole. */
  rotate(): void
  close(): void
}

/** @throws DangolError `ledger.disk-full`, `ledger.io`. */
export const openAppender = (options: AppenderOptions): Appender => {
  const { folder, io } = options
  const tail = guarded(() => {
    makeFolder(folder, io)
    removeUnfinished(folder)
    return findTail(folder, io)
  })
  // All of this describes what is durable.
  let { segment, end, hash, nextSeq, fresh } = tail
  let fd: number | null = null
  let run: RunKey | null = null
  let runLeft = 0
  let closed = false

  const release = (): void => {
    if (fd !== null) closeSync(fd)
    fd = null
    run = null
  }

  const begin = (reason: SegmentHead['reason']): number => {
    release()
    const path = segmentPath(folder, segment + 1)
    const { bytes, hash: headHash } = headFrame(
      {
        version: 1,
        ledgerId: options.ledgerId,
        sealedTo: Buffer.from(options.publicKey).toString('hex'),
        segment: segment + 1,
        previous: hash.toString('hex'),
        reason,
      },
      nextSeq,
    )
    const beside = openSync(`${path}.new`, 'w', 0o600)
    try {
      io.write(beside, bytes, 0)
      io.fsync(beside)
    } finally {
      closeSync(beside)
    }
    io.rename(`${path}.new`, path)
    io.fsyncFolder(folder)
    segment += 1
    end = bytes.length
    hash = headHash
    fresh = null
    return openSync(path, 'r+')
  }

  const current = (): number => {
    if (fresh !== null) fd = begin(fresh)
    else if (end >= options.segmentBytes) fd = begin('full')
    fd ??= openSync(segmentPath(folder, segment), 'r+')
    return fd
  }

  /** The frames to write: the record, after a key frame where a new run begins. */
  const sealed = (type: FrameType, plain: Uint8Array): { bytes: Buffer; hash: Buffer; run: RunKey } => {
    const going = runLeft > 0 ? run : null
    const used = going ?? newRunKey(options.publicKey)
    const key =
      going === null
        ? frame(framePrefix('key', nextSeq, used.publicHalf.length), used.publicHalf, hash)
        : null
    const prefix = framePrefix(type, nextSeq, plain.length + sealOverhead)
    const body = seal(used.key, plain, sealContext(prefix, options.ledgerId))
    const record = frame(prefix, body, key?.hash ?? hash)
    const bytes = key === null ? record.bytes : Buffer.concat([key.bytes, record.bytes])
    return { bytes, hash: record.hash, run: used }
  }

  const giveUp = (): void => {
    fresh ??= 'failed'
    try {
      if (fd !== null) io.truncate(fd, end)
    } catch {
      // Readers stop at the number with which the next segment begins, so what stays there does not count.
    }
    release()
  }

  return {
    tail,
    nextSeq: () => nextSeq,
    skipTo(seq) {
      if (seq < nextSeq) return
      nextSeq = seq + 1
      fresh ??= 'behind'
    },
    rotate() {
      if (fresh === null) fresh = 'full'
      release()
    },
    append(type, plain) {
      if (closed) throw new Error('The journal is closed')
      const content = plain(nextSeq)
      if (content.length > largestBody - sealOverhead)
        throw new DangolError('ledger.io', { reason: 'too-large' })
      return guarded(() => {
        try {
          const file = current()
          const next = sealed(type, content)
          io.write(file, next.bytes, end)
          io.fsync(file)
          runLeft = run === next.run ? runLeft - 1 : runLength - 1
          run = next.run
          hash = next.hash
          end += next.bytes.length
          nextSeq += 1
          return nextSeq - 1
        } catch (error) {
          giveUp()
          throw error
        }
      })
    },
    close() {
      closed = true
      release()
    },
  }
}

/** Binds a sealed body to its type, number, length and ledger. */
export const sealContext = (prefix: Uint8Array, ledgerId: string): Buffer =>
  Buffer.concat([prefix, Buffer.from(ledgerId)])

import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { DangolError } from '#shared/errors.ts'
import { derivedKey } from '../../security/seal.ts'
import type { CommitJournal } from '../db/unit-of-work.ts'
import { type FileIo, systemIo } from '../files/io.ts'
import { type Appender, openAppender } from './appender.ts'
import { listSegments, readSegmentStart } from './folder.ts'
import {
  type Capture,
  encodeCapture,
  encodeCommit,
  encodeMarker,
  encodeVoid,
  type Marker,
} from './records.ts'

export type { Capture } from './records.ts'

/** Append-only, sealed, fsynced. Nothing here can read what was written. */
export interface Journal {
  /**
   * Returns when the bytes are on disk, and only then may they be read or answered for.
   * @returns the record's number.
   * @throws DangolError `ledger.disk-full`, `ledger.io`: nothing was kept, the next call tries anew.
   */
  appendCapture(capture: Capture): number
  readonly state: JournalState
  close(): void
}

export interface JournalState {
  /** Number of the last record. */
  readonly headSeq: number
  /** Captures since the last unit of work: what waits while the ledger is locked. */
  readonly waitingCaptures: number
  /** Bytes that a crash left unfinished at the end when it was opened; kept aside. */
  readonly tornBytes: number
}

export interface JournalOptions {
  readonly folder: string
  readonly ledgerId: string
  /** X25519, raw 32 bytes. */
  readonly publicKey: Uint8Array
  readonly io?: FileIo
  readonly segmentBytes?: number
}

/** The journal, and the part of it that only an open ledger may use. */
export interface OpenJournal {
  readonly journal: Journal
  /** @param dataKey signs commits: whoever has only the public key cannot slip one in. */
  commits(dataKey: Uint8Array, schema: () => number, lastId: () => number): CommitJournal
  mark(dataKey: Uint8Array, marker: Marker): number
  skipTo(seq: number): void
  /** A new segment, begun by a marker; nothing in it was known before. @returns the marker's number. */
  beginAnew(dataKey: Uint8Array, marker: Marker): number
}

/**
 * Needs only the public key, so that the POS is captured while the ledger is locked.
 * @throws DangolError `ledger.foreign-parts` when it belongs to another ledger; `ledger.disk-full`, `ledger.io`.
 */
export const openJournal = (options: JournalOptions): OpenJournal => {
  refuseForeign(options)
  const appender = openAppender({ io: systemIo, segmentBytes: 4 * 1024 * 1024, ...options })
  let waiting = appender.tail.waitingCaptures
  const journal: Journal = {
    appendCapture(capture) {
      const seq = appender.append('capture', () => encodeCapture(capture))
      waiting += 1
      return seq
    },
    get state() {
      return { headSeq: appender.nextSeq() - 1, waitingCaptures: waiting, tornBytes: appender.tail.tornBytes }
    },
    close: () => appender.close(),
  }
  const signed = (dataKey: Uint8Array, type: SignedType, plain: Uint8Array): number =>
    appendSigned(appender, signingKey(dataKey, options.ledgerId), type, plain)
  return {
    journal,
    commits(dataKey, schema, lastId) {
      const key = signingKey(dataKey, options.ledgerId)
      return {
        append(statements) {
          const plain = encodeCommit({ schema: schema(), lastId: lastId(), statements })
          const seq = appendSigned(appender, key, 'commit', plain)
          waiting = 0
          return seq
        },
        void: (seq) => appendSigned(appender, key, 'void', encodeVoid(seq)),
      }
    },
    mark: (dataKey, marker) => signed(dataKey, 'marker', encodeMarker(marker)),
    skipTo: (seq) => appender.skipTo(seq),
    beginAnew(dataKey, marker) {
      appender.rotate()
      return signed(dataKey, 'marker', encodeMarker(marker))
    },
  }
}

type SignedType = 'commit' | 'void' | 'marker'
export const signatureLength = 32

const appendSigned = (appender: Appender, key: KeyObject, type: SignedType, plain: Uint8Array): number =>
  appender.append(type, (seq) => Buffer.concat([signature(key, type, seq, plain), plain]))

/** As a `KeyObject`: each signature would otherwise make one of its bytes, which takes longer than signing. */
export const signingKey = (dataKey: Uint8Array, ledgerId: string): KeyObject =>
  createSecretKey(derivedKey(dataKey, 'journal commits', Buffer.from(ledgerId)))

export const signature = (key: KeyObject, type: SignedType, seq: number, plain: Uint8Array): Buffer =>
  createHmac('sha256', key).update(`${type} ${seq} `).update(plain).digest()

const refuseForeign = (options: JournalOptions): void => {
  const last = listSegments(options.folder).at(-1)
  if (last === undefined) return
  const { head } = readSegmentStart(options.folder, last)
  const own = Buffer.from(options.publicKey).toString('hex')
  if (head !== null && (head.ledgerId !== options.ledgerId || head.sealedTo !== own))
    throw new DangolError('ledger.foreign-parts')
}

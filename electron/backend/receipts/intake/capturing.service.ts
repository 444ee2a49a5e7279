import type { EpochMs } from '#shared/dates.ts'
import { type ErrorCode, isDangolError } from '#shared/errors.ts'
import type { Capture } from '../../platform/journal/records.ts'

/** The journal as far as a source needs it: open or locked, it takes captures. */
export interface CaptureLog {
  /** Returns when the bytes are on disk. Throws a `DangolError` when they are not. */
  appendCapture(capture: Capture): number
}

export interface SealedCapture {
  readonly seq: number
  readonly capture: Capture
}

/** Told of every capture after it is on disk. */
export type CaptureReader = (sealed: SealedCapture) => void

export interface Capturing {
  bytes(streamKey: string, encoding: string, bytes: Uint8Array, at: EpochMs): void
  closed(streamKey: string, encoding: string, at: EpochMs): void
  /** Where captures are sealed; null while there is no ledger. What waited in memory is sealed at once. */
  useJournal(journal: CaptureLog | null): void
  /** Who reads on; null while the ledger is locked. */
  useReader(reader: CaptureReader | null): void
  /** Tries again what could not be sealed. */
  retry(): void
  /** Why captures wait in memory at present. */
  problem(): ErrorCode | null
}

export interface CapturingOptions {
  /** The journal began to refuse, or takes captures again (null). */
  onProblem(code: ErrorCode | null): void
}

/** What waits for a journal that refuses; older bytes go first when even that is full. */
const mostWaitingBytes = 8 * 1024 * 1024

/**
 * Bytes are sealed before anybody looks at them. When the disk refuses they wait in memory, in order, and are
 * tried again with the next bytes and by `retry`; nothing is read before it is on disk.
 */
export const createCapturing = (options: CapturingOptions): Capturing => {
  let journal: CaptureLog | null = null
  let reader: CaptureReader | null = null
  let waiting: Capture[] = []
  let waitingBytes = 0
  let problem: ErrorCode | null = null

  const tell = (code: ErrorCode | null): void => {
    if (code === problem) return
    problem = code
    options.onProblem(code)
  }

  const sealNext = (log: CaptureLog): boolean => {
    const [capture] = waiting
    if (capture === undefined) return false
    try {
      const seq = log.appendCapture(capture)
      waiting.shift()
      waitingBytes -= capture.bytes.length
      tell(null)
      reader?.({ seq, capture })
      return true
    } catch (error) {
      tell(isDangolError(error) ? error.code : 'ledger.io')
      return false
    }
  }

  const flush = (): void => {
    const log = journal
    if (log === null) return
    while (sealNext(log)) {
      // One after the other, in the order in which they came.
    }
  }

  const take = (capture: Capture): void => {
    waiting.push(capture)
    waitingBytes += capture.bytes.length
    while (waitingBytes > mostWaitingBytes) waitingBytes -= waiting.shift()?.bytes.length ?? waitingBytes
    flush()
  }

  return {
    bytes: (sourceId, encoding, bytes, at) => take({ sourceId, at, encoding, bytes: bytes.slice() }),
    closed: (sourceId, encoding, at) =>
      take({ sourceId, at, encoding, bytes: new Uint8Array(0), event: 'close' }),
    useJournal(next) {
      journal = next
      flush()
    },
    useReader(next) {
      reader = next
    },
    retry: flush,
    problem: () => problem,
  }
}

import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises'
import type { EpochMs } from '#shared/dates.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Reader, UnitOfWork } from '../../platform/db/statements.ts'
import type { Emit } from '../../platform/emit.ts'
import type { Capture } from '../../platform/journal/records.ts'
import type { Log } from '../../platform/log/log.ts'
import type { Slips } from '../../slips/slips.service.ts'
import type { ReadingThread } from '../ahead/reading-thread.port.ts'
import type { Entered, Entering } from '../entering/entering.service.ts'
import { countToReview } from '../kept/paper.repo.ts'
import type { TextEncoding } from '../paper/encoding.ts'
import type { ReceiptsService } from '../receipts.service.ts'
import type { SealedCapture } from './capturing.service.ts'
import { readPositions } from './ingest-position.repo.ts'
import { createPaperQueue, type ReadPapers } from './paper-queue.service.ts'
import { createStreamSet, type ReadyPapers, type StreamSet } from './stream-set.ts'

export interface IngestParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
  readonly entering: Entering
  readonly receipts: Pick<ReceiptsService, 'row'>
  readonly slips: Pick<Slips, 'kick'>
  readonly read: ReadPapers
  readonly sources: SourceFacts
  /** Starts a thread that reads, for when many papers wait. */
  startThread(): ReadingThread
  /** All captures after a number, from the journal. */
  captures(afterSeq: number): Iterable<Capture & { readonly seq: number }>
}

/** What ingest has to know of a stream's source. */
export interface SourceFacts {
  idleGapMs(streamKey: string): number
  sourceId(streamKey: string): string
  sourceName(streamKey: string): string
  /** The line may go on where it stopped: it was not closed in this run, or it is one that outlives a restart. */
  mayGoOn(streamKey: string, lastAt: EpochMs, now: EpochMs): boolean
}

export interface Ingest {
  /** Reads what waits in the journal, then follows the line. Resolves when it has caught up. */
  start(): Promise<void>
  /** A capture that is on disk. Until it has caught up nothing is done: it will be found in the journal. */
  captured(sealed: SealedCapture): void
  /** Number of the first capture that may not have become papers; null when all have. */
  firstUnread(): number | null
  /** Stops at once; what is unfinished is in the journal. */
  stop(): void
}

const batchSize = 200
/** When so many papers came out of the journal, more are likely to: worth a thread that reads. */
const manyPapers = 40
/** Captures between two turns of the loop, in which the thread's answers come in. */
const turnEvery = 16
const retryMs = 1_000
/** Windows show no more than the latest anyway. */
const toldOfABatch = 20

/** Captures become papers, papers become readings, readings enter the ledger: one unit of work each, live. */
export const createIngest = (parts: IngestParts): Ingest => {
  const { reader, unit, clock, log, emit, entering, receipts, slips, sources } = parts
  const timers = new Map<string, NodeJS.Timeout>()
  let retry: NodeJS.Timeout | null = null
  let streams: StreamSet = createStreamSet((key) => sources.idleGapMs(key))
  let state: 'new' | 'catching-up' | 'live' | 'stopped' = 'new'
  let lastSeq = 0
  /** Reads beside this thread; only while many papers wait. */
  let thread: ReadingThread | null = null
  const queue = createPaperQueue({
    unit,
    log,
    entering,
    read: parts.read,
    sources,
    reached: () => ({ lastSeq, unreadSince: streams.unreadSince() }),
  })

  const add = (groups: readonly ReadyPapers[]): void =>
    queue.add(groups, state === 'catching-up' && thread?.ready() === true ? thread : null)

  const drain = (): boolean => {
    const went = queue.drain(tell)
    if (!went) retryLater()
    return went
  }

  const retryLater = (): void => {
    if (retry !== null || state === 'stopped') return
    retry = setTimeout(() => {
      retry = null
      if (state !== 'stopped') drain()
    }, retryMs)
  }

  const tell = (entered: Entered): void => {
    if (entered.receiptId !== null) emit('receipt.arrived', receipts.row(entered.receiptId))
    if (entered.refundedId !== null) emit('receipt.changed', receipts.row(entered.refundedId))
    if (entered.attached !== null) {
      slips.kick()
      emit('counter.attached', entered.attached)
      emit('counter.waitingChanged', { customerId: null })
    }
    if (entered.state === 'review') emit('review.changed', { count: countToReview(reader) })
  }

  const watchSilence = (streamKey: string): void => {
    if (timers.has(streamKey)) return
    const look = (): void => {
      timers.delete(streamKey)
      const { ready, leftMs } = streams.silence(streamKey, clock.now(), sources.idleGapMs(streamKey))
      add(ready)
      drain()
      if (leftMs > 0) wait(leftMs)
    }
    // A timer may fire a little early by the clock.
    const wait = (ms: number): void => {
      timers.set(streamKey, setTimeout(look, ms + 2))
    }
    wait(sources.idleGapMs(streamKey))
  }

  const take = (capture: Capture & { readonly seq: number }): string => {
    lastSeq = Math.max(lastSeq, capture.seq)
    const ready = streams.take({
      seq: capture.seq,
      streamKey: capture.sourceId,
      encoding: encodingOf(capture.encoding),
      at: capture.at,
      bytes: capture.bytes,
      closes: capture.event === 'close',
    })
    add(ready)
    return capture.sourceId
  }

  const catchingUp = (): boolean => state === 'catching-up'

  /**
   * Enters full batches, or with `least` 1 all that is left. Waits for the thread when that has enough to read; when
   * the disk refuses, for the disk.
   */
  const enterBatches = async (least: number): Promise<void> => {
    while (catchingUp()) {
      const readable = Math.min(batchSize, queue.readable())
      if (readable >= least) {
        const entered = queue.enterBatch(readable)
        for (const one of entered?.slice(-toldOfABatch) ?? []) tell(one)
        if (entered === null && !drain()) await pause(retryMs)
        await breathe()
      } else if (queue.full() || (least === 1 && queue.length > 0)) {
        thread?.flush()
        await queue.firstRead()
      } else return
    }
  }

  const readJournal = async (): Promise<void> => {
    let taken = 0
    for (;;) {
      const before = lastSeq
      for (const capture of parts.captures(lastSeq)) {
        take(capture)
        if (queue.taken() >= manyPapers) thread ??= parts.startThread()
        taken += 1
        if (taken % turnEvery === 0) await breathe()
        await enterBatches(batchSize)
        if (!catchingUp()) return
      }
      await enterBatches(1)
      // What was captured meanwhile is read as well, until nothing came during a whole round.
      if (lastSeq === before) return
    }
  }

  const endThread = (): void => {
    thread?.end()
    thread = null
  }

  return {
    async start() {
      const positions = readPositions(reader)
      lastSeq = positions.done
      streams = createStreamSet((key) => sources.idleGapMs(key), positions.streams)
      state = 'catching-up'
      try {
        await readJournal()
      } finally {
        endThread()
      }
      if (!catchingUp()) return
      state = 'live'
      for (const { streamKey, lastAt } of streams.unfinished()) {
        if (sources.mayGoOn(streamKey, lastAt, clock.now())) watchSilence(streamKey)
        else add(streams.end(streamKey))
      }
      drain()
    },
    captured({ seq, capture }) {
      if (state !== 'live') return
      watchSilence(take({ ...capture, seq }))
      drain()
    },
    firstUnread: () =>
      state === 'live' && queue.length === 0 ? streams.unreadSince() : readPositions(reader).done + 1,
    stop() {
      state = 'stopped'
      endThread()
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      if (retry !== null) clearTimeout(retry)
    },
  }
}

const encodingOf = (text: string): TextEncoding => (text === 'utf8' ? 'utf8' : 'cp949')

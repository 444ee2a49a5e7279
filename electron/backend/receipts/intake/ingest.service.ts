import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises'
import type { EpochMs } from '#shared/dates.ts'
import { isDangolError } from '#shared/errors.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Reader, UnitOfWork, Writer } from '../../platform/db/statements.ts'
import type { Emit } from '../../platform/emit.ts'
import type { Capture } from '../../platform/journal/records.ts'
import type { Log } from '../../platform/log/log.ts'
import type { Slips } from '../../slips/slips.service.ts'
import type { Arrival, Entered, Entering } from '../entering/entering.service.ts'
import { unreadable } from '../entering/unreadable.ts'
import { countToReview } from '../kept/paper.repo.ts'
import type { TextEncoding } from '../paper/encoding.ts'
import type { Paper } from '../paper/paper.ts'
import type { Reading } from '../reading/reading.ts'
import type { ReceiptsService } from '../receipts.service.ts'
import type { SealedCapture } from './capturing.service.ts'
import { readPositions, savePositions } from './ingest-position.repo.ts'
import type { StreamPlace } from './source-stream.ts'
import { createStreamSet, type ReadyPapers, type StreamSet } from './stream-set.ts'

/** The pure reader. */
export type ReadPapers = (papers: readonly Paper[], options: { readonly receivedAt: EpochMs }) => Reading[]

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
  /** Stops at once; what is unfinished is in the journal. */
  stop(): void
}

const batchSize = 200
const retryMs = 1_000
/** Windows show no more than the latest anyway. */
const toldOfABatch = 20

/** Captures become papers, papers become readings, readings enter the ledger: one unit of work each, live. */
export const createIngest = (parts: IngestParts): Ingest => {
  const { reader, unit, clock, log, emit, entering, receipts, slips, sources, read } = parts
  const timers = new Map<string, NodeJS.Timeout>()
  let retry: NodeJS.Timeout | null = null
  let streams: StreamSet = createStreamSet((key) => sources.idleGapMs(key))
  let state: 'new' | 'catching-up' | 'live' | 'stopped' = 'new'
  let lastSeq = 0
  // Papers that are read and wait to be entered, with the place of their stream after each.
  let queue: { readonly arrival: Arrival; readonly streamKey: string; readonly next: StreamPlace }[] = []

  const arrivals = (ready: readonly ReadyPapers[]): void => {
    for (const group of ready) {
      const papers = group.papers.map((placed) => placed.paper)
      const readings = readSafely(papers, group.receivedAt)
      for (const [index, placed] of group.papers.entries()) {
        queue.push({
          streamKey: group.streamKey,
          next: placed.next,
          arrival: {
            placed,
            reading: readings[index] ?? unreadable(placed.paper),
            sourceId: sources.sourceId(group.streamKey),
            sourceName: sources.sourceName(group.streamKey),
            encoding: group.encoding,
            receivedAt: group.receivedAt,
            fromLine: true,
          },
        })
      }
    }
  }

  /** The reader never throws; if it should, its papers are kept to be looked at. */
  const readSafely = (papers: readonly Paper[], receivedAt: EpochMs): readonly Reading[] => {
    try {
      return read(papers, { receivedAt })
    } catch (error) {
      log.error('reading.failed', { error })
      return papers.map(unreadable)
    }
  }

  /** Everything before this is done with, once the first `count` of the queue are in. */
  const positionsAfter = (tx: Writer, count: number): void => {
    const places = new Map(queue.slice(0, count).map((one) => [one.streamKey, one.next]))
    const unread = [streams.unreadSince(), ...queue.slice(count).map((one) => one.arrival.placed.captureSeq)]
    savePositions(
      tx,
      Math.min(...unread.filter((seq) => seq !== null).map((seq) => seq - 1), lastSeq),
      places,
    )
  }

  const enterOne = (): Entered | null => {
    const [first] = queue
    if (first === undefined) return null
    return unit.write((tx) => {
      const entered = entering.enter(tx, first.arrival)
      positionsAfter(tx, 1)
      return entered
    })
  }

  /** A paper that the ledger refuses for no reason of the disk's is kept unread rather than stopping the line. */
  const enterUnread = (error: unknown): Entered | null => {
    log.error('entering.failed', { error })
    const [first] = queue
    if (first === undefined) return null
    const kept = { ...first, arrival: { ...first.arrival, reading: unreadable(first.arrival.placed.paper) } }
    queue = [kept, ...queue.slice(1)]
    return enterOne()
  }

  /** @returns false when the disk refused: everything stays queued and is tried again. */
  const drain = (): boolean => {
    while (queue.length > 0) {
      try {
        let entered: Entered | null
        try {
          entered = enterOne()
        } catch (error) {
          if (isOfTheDisk(error)) throw error
          entered = enterUnread(error)
        }
        queue = queue.slice(1)
        if (entered !== null) tell(entered)
      } catch (error) {
        log.error('entering.waits', { error, papers: queue.length })
        retryLater()
        return false
      }
    }
    return true
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
      arrivals(ready)
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
    arrivals(ready)
    return capture.sourceId
  }

  const catchingUp = (): boolean => state === 'catching-up'

  /** Enters full batches, or all that is left; when the disk refuses it waits for it. */
  const enterBatches = async (least: number): Promise<void> => {
    while (catchingUp() && queue.length >= least) {
      if (!enterBatch(Math.min(batchSize, queue.length)) && !drain()) await pause(retryMs)
      await breathe()
    }
  }

  /** Many at once; when one of them fails, nothing of it is kept and they go one by one. */
  const enterBatch = (count: number): boolean => {
    const entered: Entered[] = []
    try {
      unit.write((tx) => {
        for (const { arrival } of queue.slice(0, count)) {
          const one = entering.enter(tx, arrival)
          if (one !== null) entered.push(one)
        }
        positionsAfter(tx, count)
      })
    } catch (error) {
      log.warn('entering.one-by-one', { error })
      return false
    }
    queue = queue.slice(count)
    for (const one of entered.slice(-toldOfABatch)) tell(one)
    return true
  }

  const readJournal = async (): Promise<void> => {
    for (;;) {
      const before = lastSeq
      for (const capture of parts.captures(lastSeq)) {
        take(capture)
        await enterBatches(batchSize)
        if (!catchingUp()) return
      }
      await enterBatches(1)
      // What was captured meanwhile is read as well, until nothing came during a whole round.
      if (lastSeq === before) return
    }
  }

  return {
    async start() {
      const positions = readPositions(reader)
      lastSeq = positions.done
      streams = createStreamSet((key) => sources.idleGapMs(key), positions.streams)
      state = 'catching-up'
      await readJournal()
      if (!catchingUp()) return
      state = 'live'
      for (const { streamKey, lastAt } of streams.unfinished()) {
        if (sources.mayGoOn(streamKey, lastAt, clock.now())) watchSilence(streamKey)
        else arrivals(streams.end(streamKey))
      }
      drain()
    },
    captured({ seq, capture }) {
      if (state !== 'live') return
      watchSilence(take({ ...capture, seq }))
      drain()
    },
    stop() {
      state = 'stopped'
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      if (retry !== null) clearTimeout(retry)
    },
  }
}

/** To be tried again: the ledger itself cannot take anything at present. */
const isOfTheDisk = (error: unknown): boolean => isDangolError(error) && error.code.startsWith('ledger.')

const encodingOf = (text: string): TextEncoding => (text === 'utf8' ? 'utf8' : 'cp949')

import type { EpochMs } from '#shared/dates.ts'
import { isDangolError } from '#shared/errors.ts'
import type { UnitOfWork, Writer } from '../../platform/db/statements.ts'
import type { Log } from '../../platform/log/log.ts'
import type { ReadingThread } from '../ahead/reading-thread.port.ts'
import type { Arrival, Entered, Entering } from '../entering/entering.service.ts'
import { unreadable } from '../entering/unreadable.ts'
import type { Paper } from '../paper/paper.ts'
import type { Reading } from '../reading/reading.ts'
import { savePositions } from './ingest-position.repo.ts'
import type { StreamPlace } from './source-stream.ts'
import type { ReadyPapers } from './stream-set.ts'

/** The pure reader. */
export type ReadPapers = (papers: readonly Paper[], options: { readonly receivedAt: EpochMs }) => Reading[]

/** Papers on their way into the ledger, in the order in which they came. */
export interface PaperQueue {
  readonly length: number
  /** How many papers there have been. */
  taken(): number
  /** No more should be added before some have been entered. */
  full(): boolean
  /** How many of the first have been read. */
  readable(): number
  /** Reads papers at once, or has the thread read them. */
  add(groups: readonly ReadyPapers[], thread: ReadingThread | null): void
  /** Resolves when the first paper that is not read yet has been. */
  firstRead(): Promise<void>
  /**
   * The first `count` in one unit of work; they must have been read. Null when one of them failed: then nothing of
   * it is kept, and they have to go one by one.
   */
  enterBatch(count: number): Entered[] | null
  /** What has been read, one by one. @returns false when the disk refused: what is left stays and is tried again. */
  drain(told: (entered: Entered) => void): boolean
}

export interface PaperQueueParts {
  readonly unit: UnitOfWork
  readonly log: Log
  readonly entering: Entering
  readonly read: ReadPapers
  readonly sources: {
    sourceId(streamKey: string): string
    sourceName(streamKey: string): string
  }
  /** The last capture that was taken, and the first that still has bytes which are no paper yet. */
  readonly reached: () => { readonly lastSeq: number; readonly unreadSince: number | null }
}

/** Memory stays bounded. */
const mostWaiting = 600
/** As many as the thread reads while a batch is entered: what comes beyond them is read here rather than waited for. */
const mostAhead = 200
const mostBytes = 16 * 1024 * 1024

/** A paper with the place of its stream after it; `done` where a thread is reading it. */
interface Waiting {
  readonly streamKey: string
  readonly next: StreamPlace
  readonly arrival: Omit<Arrival, 'reading'>
  reading: Reading | null
  readonly done: Promise<void> | null
}

export const createPaperQueue = (parts: PaperQueueParts): PaperQueue => {
  const { unit, log, entering, read, sources, reached } = parts
  let queue: Waiting[] = []
  let taken = 0
  let bytes = 0
  /** Papers that the thread has not answered yet. */
  let ahead = 0

  /** The reader never throws; if it should, its papers are kept to be looked at. */
  const readSafely = (group: ReadyPapers): readonly Reading[] => {
    const papers = group.papers.map((placed) => placed.paper)
    try {
      return read(papers, { receivedAt: group.receivedAt })
    } catch (error) {
      log.error('reading.failed', { error })
      return papers.map(unreadable)
    }
  }

  const readAhead = async (group: ReadyPapers, thread: ReadingThread): Promise<readonly Reading[]> => {
    const { length } = group.papers
    ahead += length
    const readings = await thread.read({
      receivedAt: group.receivedAt,
      papers: group.papers.map(({ bytes: printed, paper }) => ({
        bytes: printed,
        encoding: group.encoding,
        endedBy: paper.endedBy,
      })),
    })
    ahead -= length
    return readings ?? readSafely(group)
  }

  const add = (group: ReadyPapers, offered: ReadingThread | null): void => {
    const thread = ahead < mostAhead ? offered : null
    const mine: Waiting[] = []
    const fill = (readings: readonly Reading[]): void => {
      for (const [index, one] of mine.entries())
        one.reading = readings[index] ?? unreadable(one.arrival.placed.paper)
    }
    const done = thread === null ? null : readAhead(group, thread).then(fill)
    for (const placed of group.papers)
      mine.push({
        streamKey: group.streamKey,
        next: placed.next,
        reading: null,
        done,
        arrival: {
          placed,
          sourceId: sources.sourceId(group.streamKey),
          sourceName: sources.sourceName(group.streamKey),
          encoding: group.encoding,
          receivedAt: group.receivedAt,
          fromLine: true,
        },
      })
    if (thread === null) fill(readSafely(group))
    queue.push(...mine)
    taken += mine.length
    bytes += bytesOf(mine)
  }

  const takeOff = (count: number): void => {
    bytes -= bytesOf(queue.slice(0, count))
    queue = queue.slice(count)
  }

  /** Everything before this is done with, once the first `count` of the queue are in. */
  const positionsAfter = (tx: Writer, count: number): void => {
    const places = new Map(queue.slice(0, count).map((one) => [one.streamKey, one.next]))
    const { lastSeq, unreadSince } = reached()
    const unread = [unreadSince, ...queue.slice(count).map((one) => one.arrival.placed.captureSeq)]
    savePositions(
      tx,
      Math.min(...unread.filter((seq) => seq !== null).map((seq) => seq - 1), lastSeq),
      places,
    )
  }

  const arrived = ({ arrival, reading }: Waiting): Arrival => ({
    ...arrival,
    reading: reading ?? unreadable(arrival.placed.paper),
  })

  const enterFirst = (as: (first: Waiting) => Arrival): Entered | null => {
    const [first] = queue
    if (first === undefined) return null
    return unit.write((tx) => {
      const entered = entering.enter(tx, as(first))
      positionsAfter(tx, 1)
      return entered
    })
  }

  /** A paper that the ledger refuses for no reason of the disk's is kept unread rather than stopping the line. */
  const enterOne = (): Entered | null => {
    try {
      return enterFirst(arrived)
    } catch (error) {
      if (isOfTheDisk(error)) throw error
      log.error('entering.failed', { error })
      return enterFirst(({ arrival }) => ({ ...arrival, reading: unreadable(arrival.placed.paper) }))
    }
  }

  const readable = (): number => {
    const unread = queue.findIndex((one) => one.reading === null)
    return unread < 0 ? queue.length : unread
  }

  return {
    get length() {
      return queue.length
    },
    taken: () => taken,
    full: () => queue.length >= mostWaiting || bytes >= mostBytes,
    readable,
    add(groups, thread) {
      for (const group of groups) add(group, thread)
    },
    async firstRead() {
      await queue[readable()]?.done
    },
    enterBatch(count) {
      let entered: Entered[] = []
      try {
        unit.write((tx) => {
          entered = entering.enterAll(tx, queue.slice(0, count).map(arrived))
          positionsAfter(tx, count)
        })
      } catch (error) {
        log.warn('entering.one-by-one', { error })
        return null
      }
      takeOff(count)
      return entered
    },
    drain(told) {
      while (queue[0] !== undefined && queue[0].reading !== null) {
        try {
          const entered = enterOne()
          takeOff(1)
          if (entered !== null) told(entered)
        } catch (error) {
          log.error('entering.waits', { error, papers: queue.length })
          return false
        }
      }
      return true
    },
  }
}

const bytesOf = (papers: readonly Waiting[]): number =>
  papers.reduce((sum, { arrival }) => sum + arrival.placed.bytes.length, 0)

/** To be tried again: the ledger itself cannot take anything at present. */
const isOfTheDisk = (error: unknown): boolean => isDangolError(error) && error.code.startsWith('ledger.')

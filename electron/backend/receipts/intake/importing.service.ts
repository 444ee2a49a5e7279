import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { isDangolError } from '#shared/errors.ts'
import type { Clock } from '../../platform/clock.ts'
import type { UnitOfWork } from '../../platform/db/statements.ts'
import type { Log } from '../../platform/log/log.ts'
import type { PrintedBytes } from '../ahead/reading-task.ts'
import type { ReadingThread } from '../ahead/reading-thread.port.ts'
import type { Arrival, Entered, Entering } from '../entering/entering.service.ts'
import { unreadable } from '../entering/unreadable.ts'
import type { TextEncoding } from '../paper/encoding.ts'
import type { Paper } from '../paper/paper.ts'
import { createPaperMaker } from '../paper/paper-maker.ts'
import type { Reading } from '../reading/reading.ts'
import type { ReadPapers } from './paper-queue.service.ts'

export interface ImportCounts {
  /** Papers that were not in the ledger before. */
  readonly papers: number
  readonly receipts: number
  readonly review: number
}

export interface ImportingParts {
  readonly unit: UnitOfWork
  readonly clock: Clock
  readonly log: Log
  readonly entering: Entering
  readonly read: ReadPapers
  /** Starts a thread that reads, for large files. */
  readonly startThread: () => ReadingThread
  /** Papers in one unit of work; between two of them others have their turn. */
  readonly batchSize?: number
}

export interface Importing {
  /**
   * Printer bytes from a file. Its name in the ledger is made of its content, so that the same file again, or the
   * rest of it after a crash, adds only what is missing. @param told hears of every new paper after its commit.
   */
  bytes(bytes: Uint8Array, encoding: TextEncoding, told?: (entered: Entered) => void): Promise<ImportCounts>
}

/** As many as go into one transaction where nobody waits beside it. */
const usualBatch = 200
const pieceBytes = 64 * 1024
/** Some hundred receipts: smaller files are read before a thread would have started. */
const largeFile = 256 * 1024
/** Groups in the thread's hands, so that it never waits while others are entered. */
const groupsAhead = 8

export const createImporting = (parts: ImportingParts): Importing => {
  const { unit, clock, log, entering, read, startThread, batchSize = usualBatch } = parts
  const enterAll = (batch: readonly Arrival[]): Entered[] => {
    try {
      return unit.write((tx) => entering.enterAll(tx, batch))
    } catch (error) {
      if (isDangolError(error) || batch.length === 0) throw error
      log.warn('import.one-by-one', { error })
      return batch.flatMap(enterSafely)
    }
  }

  const enterAlone = (arrival: Arrival): Entered[] => {
    const entered = unit.write((tx) => entering.enter(tx, arrival))
    return entered === null ? [] : [entered]
  }

  const enterSafely = (arrival: Arrival): Entered[] => {
    try {
      return enterAlone(arrival)
    } catch (error) {
      if (isDangolError(error)) throw error
      log.error('entering.failed', { error })
      return enterAlone({ ...arrival, reading: unreadable(arrival.placed.paper) })
    }
  }

  const enterBatches = async (
    all: AsyncIterable<readonly Arrival[]>,
    told?: (entered: Entered) => void,
  ): Promise<ImportCounts> => {
    const counts = { papers: 0, receipts: 0, review: 0 }
    for await (const batch of all) {
      for (const entered of enterAll(batch)) {
        counts.papers += 1
        if (entered.receiptId !== null) counts.receipts += 1
        if (entered.state === 'review') counts.review += 1
        told?.(entered)
      }
      await breathe()
    }
    return counts
  }

  return {
    async bytes(bytes, encoding, told) {
      const sourceId = `file-${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}`
      const receivedAt = clock.now()
      const thread = bytes.length >= largeFile ? startThread() : null
      const printed = (paper: Paper): PrintedBytes => ({
        bytes: bytes.slice(paper.from, paper.to),
        encoding,
        endedBy: paper.endedBy,
      })
      const readingsOf = async (papers: readonly Paper[]): Promise<readonly Reading[]> => {
        const elsewhere =
          thread?.ready() === true ? await thread.read({ receivedAt, papers: papers.map(printed) }) : null
        return elsewhere ?? read(papers, { receivedAt })
      }
      const arrivalsOf = async (papers: readonly Paper[]): Promise<Arrival[]> => {
        const readings = await readingsOf(papers)
        return papers.map((paper, index) => ({
          placed: {
            paper,
            bytes: bytes.slice(paper.from, paper.to),
            captureSeq: 0,
            fromByte: paper.from,
            toByte: paper.to,
            next: { seq: 0, offset: paper.to },
          },
          reading: readings[index] ?? unreadable(paper),
          sourceId,
          sourceName: 'file',
          encoding,
          receivedAt,
          fromLine: false,
        }))
      }
      async function* inOrder(): AsyncGenerator<Arrival[]> {
        const begun: Promise<Arrival[]>[] = []
        const next = async (): Promise<Arrival[]> => (await begun.shift()) ?? []
        for (const papers of papersIn(bytes, encoding, batchSize)) {
          begun.push(arrivalsOf(papers))
          while (begun.length > (thread?.ready() === true ? groupsAhead : 0)) yield await next()
        }
        thread?.flush()
        while (begun.length > 0) yield await next()
      }
      try {
        return await enterBatches(inOrder(), told)
      } finally {
        thread?.end()
      }
    },
  }
}

/** Groups of papers, so that copies are seen beside their originals. */
function* papersIn(bytes: Uint8Array, encoding: TextEncoding, groupSize: number): Generator<Paper[]> {
  const maker = createPaperMaker({ encoding })
  let group: Paper[] = []
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    group.push(...maker.push(bytes.subarray(at, at + pieceBytes)))
    for (; group.length >= groupSize; group = group.slice(groupSize)) yield group.slice(0, groupSize)
  }
  group.push(...maker.close())
  for (; group.length > 0; group = group.slice(groupSize)) yield group.slice(0, groupSize)
}

import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { isDangolError } from '#shared/errors.ts'
import type { Clock } from '../../platform/clock.ts'
import type { UnitOfWork } from '../../platform/db/statements.ts'
import type { Log } from '../../platform/log/log.ts'
import type { Arrival, Entered, Entering } from '../entering/entering.service.ts'
import { unreadable } from '../entering/unreadable.ts'
import type { TextEncoding } from '../paper/encoding.ts'
import type { Paper } from '../paper/paper.ts'
import { createPaperMaker } from '../paper/paper-maker.ts'
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

export const createImporting = (parts: ImportingParts): Importing => {
  const { unit, clock, log, entering, read, batchSize = usualBatch } = parts
  const enterAll = (batch: readonly Arrival[]): Entered[] => {
    try {
      return unit.write((tx) =>
        batch.map((arrival) => entering.enter(tx, arrival)).filter((one) => one !== null),
      )
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
    all: Iterable<readonly Arrival[]>,
    told?: (entered: Entered) => void,
  ): Promise<ImportCounts> => {
    const counts = { papers: 0, receipts: 0, review: 0 }
    for (const batch of all) {
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
      const arrivalsOf = (papers: readonly Paper[]): Arrival[] => {
        const readings = read(papers, { receivedAt })
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
      return enterBatches(mapped(papersIn(bytes, encoding, batchSize), arrivalsOf), told)
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

function* mapped<A, B>(all: Iterable<A>, change: (one: A) => B): Generator<B> {
  for (const one of all) yield change(one)
}

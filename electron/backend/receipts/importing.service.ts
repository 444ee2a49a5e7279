import { createHash } from 'node:crypto'
import { isDangolError } from '#shared/errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { UnitOfWork } from '../platform/db/statements.ts'
import type { Log } from '../platform/log/log.ts'
import type { Arrival, Entered, Entering } from './entering.service.ts'
import type { ReadPapers } from './ingest.service.ts'
import type { TextEncoding } from './paper/encoding.ts'
import type { Paper } from './paper/paper.ts'
import { createPaperMaker } from './paper/paper-maker.ts'
import { unreadable } from './unreadable.ts'

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
}

export interface Importing {
  /**
   * Printer bytes from a file. Its name in the ledger is made of its content, so that the same file again, or the
   * rest of it after a crash, adds only what is missing. @param told hears of every new paper after its commit.
   */
  bytes(bytes: Uint8Array, encoding: TextEncoding, told?: (entered: Entered) => void): ImportCounts
  /** Papers that were read already, in batches. */
  arrivals(arrivals: Iterable<Arrival>, told?: (entered: Entered) => void): ImportCounts
}

const batchSize = 200
const pieceBytes = 64 * 1024

export const createImporting = ({ unit, clock, log, entering, read }: ImportingParts): Importing => {
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

  const arrivals: Importing['arrivals'] = (all, told) => {
    const counts = { papers: 0, receipts: 0, review: 0 }
    for (const batch of batches(all)) {
      for (const entered of enterAll(batch)) {
        counts.papers += 1
        if (entered.receiptId !== null) counts.receipts += 1
        if (entered.state === 'review') counts.review += 1
        told?.(entered)
      }
    }
    return counts
  }

  return {
    arrivals,
    bytes(bytes, encoding, told) {
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
      return arrivals(flatten(papersIn(bytes, encoding), arrivalsOf), told)
    },
  }
}

/** Groups of papers, so that copies are seen beside their originals. */
function* papersIn(bytes: Uint8Array, encoding: TextEncoding): Generator<Paper[]> {
  const maker = createPaperMaker({ encoding })
  let group: Paper[] = []
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    group.push(...maker.push(bytes.subarray(at, at + pieceBytes)))
    if (group.length < batchSize) continue
    yield group
    group = []
  }
  group.push(...maker.close())
  if (group.length > 0) yield group
}

function* flatten(
  groups: Iterable<readonly Paper[]>,
  arrivalsOf: (papers: readonly Paper[]) => Arrival[],
): Generator<Arrival> {
  for (const group of groups) yield* arrivalsOf(group)
}

function* batches(all: Iterable<Arrival>): Generator<Arrival[]> {
  let batch: Arrival[] = []
  for (const arrival of all) {
    batch.push(arrival)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

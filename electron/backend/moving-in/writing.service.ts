import { isDangolError } from '#shared/errors.ts'
import type { MoveKind, RowProblem } from '#shared/moving.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import type { Log } from '../platform/log/log.ts'
import { createInPieces, fetchedAhead, type Took } from './in-pieces.service.ts'
import { type Bringing, nothingCounted, type PeopleIn } from './people-in.service.ts'
import {
  addKept,
  addToRun,
  beginRun,
  type Counts,
  countStanding,
  endRun,
  findRun,
  type ImportRow,
  runUndone,
  standingRows,
} from './runs.repo.ts'
import { addListPaper } from './sales.repo.ts'
import type { createSalesIn } from './sales-in.service.ts'
import { dropListPaper } from './undo.repo.ts'
import { ChangedSince, type Undoing } from './undoing.service.ts'
import type { FileThread } from './worker/file-thread.port.ts'

export interface WritingParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly clock: Clock
  readonly log: Log
  readonly peopleIn: PeopleIn
  readonly salesIn: () => ReturnType<typeof createSalesIn>
  readonly undoing: Undoing
  /** Between two pieces. @returns whether it took as long as a piece. */
  readonly bringBackSome: () => boolean
}

export interface Order {
  readonly kind: MoveKind
  readonly fileName: string
  readonly digest: string
  readonly existing: Bringing['existing']
  readonly today: string
  readonly rows: number
  readonly drafts: number
  /** Told of each row that failed when it was written, though the dry run had taken it. */
  readonly failed: (line: number, problem: RowProblem) => void
  /** Told of its id before the first row. */
  readonly begun: (runId: number) => void
  readonly progress: (done: number, total: number) => void
  readonly signal: AbortSignal
}

/** Drafts fetched from the thread at once. */
const batch = 150
/** Lines looked at together by an undoing. */
const undoBatch = 60

export const createWriting = (parts: WritingParts) => {
  const { reader, unit, ids, clock, log, peopleIn, undoing } = parts

  /** Where even that cannot be written, the next start says it. */
  const stopped = (runId: number): void => {
    try {
      unit.write((tx) => endRun(tx, runId, 'stopped', clock.now()))
    } catch (error) {
      log.warn('moving.not-ended', { error })
    }
  }

  const writePiece = <D extends { readonly line?: number; readonly lines?: readonly number[] }>(
    order: Order,
    runId: number,
    some: readonly D[],
    bring: (tx: Writer, draft: D) => Counts,
  ): Took => {
    const failed: D[] = []
    const start = performance.now()
    let began = 0
    let rows = 0
    const pieces: (D | null)[] = [...some, null]
    const sums = { ...nothingCounted }
    const results = unit.writeMany(pieces, (tx, draft) => {
      // Last in the same unit of work: what all of them came to.
      began ||= performance.now()
      if (draft === null) addToRun(tx, runId, sums)
      else addUp(sums, bring(tx, draft))
      rows = performance.now() - began
    })
    const took = { rows, sealing: performance.now() - start - rows }
    results.forEach((result, index) => {
      const draft = some[index]
      if (result.ok || draft === undefined) return
      if (!isDangolError(result.error)) log.warn('moving.row-failed', { error: result.error })
      failed.push(draft)
    })
    if (failed.length === 0) return took
    const lines = failed.flatMap(({ line, lines: all }) => all ?? (line === undefined ? [] : [line]))
    for (const line of lines) order.failed(line, 'failed')
    unit.write((tx) => addToRun(tx, runId, { ...nothingCounted, refused: lines.length }))
    return took
  }

  return {
    /** Writes a checked list. @returns its run, however far it came. */
    async write(thread: FileThread, order: Order): Promise<number> {
      const at = clock.now()
      const runId = ids.next(at)
      unit.write((tx) => {
        const { kind, fileName, digest, rows } = order
        beginRun(tx, { id: runId, kind, file_name: fileName, digest, rows, refused: 0, begun_at: at })
        if (kind === 'sales') addListPaper(tx, runId, digest, at)
      })
      order.begun(runId)
      const { digest, existing, today, signal } = order
      const bringing: Bringing = { runId, digest, existing, at, today }
      const salesIn = parts.salesIn()
      const inPieces = createInPieces(parts.bringBackSome)
      const writeAll = async <D extends { readonly line?: number; readonly lines?: readonly number[] }>(
        fetch: (from: number) => Promise<readonly D[]>,
        bring: (tx: Writer, draft: D) => Counts,
      ): Promise<void> => {
        for await (const { items, done } of fetchedAhead(order.drafts, batch, fetch)) {
          if (signal.aborted) return
          await inPieces(items, signal, (some) => writePiece(order, runId, some, bring))
          order.progress(done, order.drafts)
        }
      }
      try {
        if (order.kind === 'customers')
          await writeAll(
            (from) => thread.ask('people', { from, count: batch }),
            (tx, draft) => peopleIn.bring(tx, draft, bringing),
          )
        else
          await writeAll(
            (from) => thread.ask('sales', { from, count: batch }),
            (tx, draft) => salesIn.bring(tx, draft, bringing),
          )
      } catch (error) {
        // The disk, or the thread that reads: what came in so far can be undone.
        stopped(runId)
        throw error
      }
      unit.write((tx) => endRun(tx, runId, signal.aborted ? 'stopped' : 'done', clock.now()))
      return runId
    },

    /** Takes a run back as far as nothing has changed since; what has is kept and counted. */
    async undo(runId: number, progress: Order['progress'], signal: AbortSignal): Promise<void> {
      const run = findRun(reader, runId)
      if (run === undefined) return
      const total = countStanding(reader, runId)
      const inPieces = createInPieces(parts.bringBackSome)
      let done = 0
      let before = Number.MAX_SAFE_INTEGER
      for (;;) {
        const lines = byLine(standingRows(reader, runId, undoBatch, before))
        before = lines.at(-1)?.[0]?.line ?? 0
        if (lines.length === 0 || signal.aborted) break
        await inPieces(lines, signal, (some) => {
          const at = clock.now()
          const start = performance.now()
          let began = 0
          let inRows = 0
          const results = unit.writeMany(some, (tx, rows) => {
            began ||= performance.now()
            undoing.undoLine(tx, rows, run.begun_at, at)
            inRows = performance.now() - began
          })
          const took = { rows: inRows, sealing: performance.now() - start - inRows }
          const kept = some.filter((_, index) => results[index]?.ok === false)
          for (const result of results) {
            if (!result.ok && !(result.error instanceof ChangedSince))
              log.info('moving.kept', { error: result.error })
          }
          if (kept.length === 0) return took
          unit.write((tx) => {
            for (const rows of kept) undoing.keepLine(tx, rows)
            addKept(tx, runId, kept.length)
          })
          return took
        })
        done += lines.reduce((sum, rows) => sum + rows.length, 0)
        progress(Math.min(done, total), total)
      }
      if (signal.aborted) return
      unit.write((tx) => {
        runUndone(tx, runId, clock.now())
        if (run.kind === 'sales') dropListPaper(tx, runId)
      })
    },
  }
}
export type Writing = ReturnType<typeof createWriting>

const addUp = (sums: { -readonly [K in keyof Counts]: number }, more: Counts): void => {
  sums.added += more.added
  sums.completed += more.completed
  sums.receipts += more.receipts
  sums.points += more.points
  sums.refused += more.refused
  sums.known += more.known
}

const byLine = (rows: readonly ImportRow[]): ImportRow[][] => {
  const lines = new Map<number, ImportRow[]>()
  for (const row of rows) lines.set(row.line, [...(lines.get(row.line) ?? []), row])
  return [...lines.values()]
}

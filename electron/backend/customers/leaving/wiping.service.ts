import type { CallOutput } from '#shared/contract/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Reader, UnitOfWork } from '../../platform/db/statements.ts'
import type { Log } from '../../platform/log/log.ts'
import { findCustomer } from '../customers.repo.ts'
import { destructions, latestDestructions, markWiped } from './leaving.repo.ts'
import type { Leaving } from './leaving.service.ts'
import type { TraceFiles } from './trace-files.ts'

/** Keeps at it until nobody who was destroyed is left in any file. */
export interface Wiping {
  /** At start, and whenever an older ledger may have come back: destroys anew who was destroyed, then wipes. */
  start(): void
  /** After a destruction. */
  destroyed(): void
  /** Now, whatever the shop is doing. @returns how many people still wait for it. */
  now(): Promise<number>
  state(): CallOutput<'customers.destructions'>
  stop(): Promise<void>
}

export interface WipingParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly clock: Clock
  readonly log: Log
  readonly leaving: Leaving
  readonly files: TraceFiles
}

/** A ledger of this size is written anew in less than half a second: nobody at the counter notices. */
const atOnceBytes = 16 * 1024 * 1024
/** A larger one waits until nothing was written for so long. */
const quietMs = 10 * 60_000
const lookEveryMs = 60_000
const firstRetryMs = 1_000
/** Measured: bytes that are written anew in a millisecond, with copy and checks beside it. */
const bytesPerMs = 40 * 1024

export const createWiping = (parts: WipingParts): Wiping => {
  const { reader, unit, clock, log, leaving, files } = parts
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null
  let retry: NodeJS.Timeout | null = null
  let retryMs = firstRetryMs
  let quietSince: { record: number; at: number } | null = null

  const waiting = (): number[] =>
    destructions(reader)
      .filter((row) => row.cleaned_at === null)
      .map((row) => row.customer_id)

  /** Soon, and then less and less often. */
  const again = (): void => {
    if (retry !== null || stopping.signal.aborted) return
    retry = setTimeout(() => {
      retry = null
      look()
    }, retryMs).unref()
    retryMs = Math.min(retryMs * 2, lookEveryMs)
  }

  const wipe = async (): Promise<void> => {
    if (stopping.signal.aborted) return
    const ids = waiting()
    if (ids.length === 0) return
    try {
      const became = await files.wipe(clock.now(), stopping.signal)
      if (became !== 'done') {
        log.info('destruction.wipe-later', { waits: became })
        again()
      }
      if (became !== 'done' || stopping.signal.aborted) return
      retryMs = firstRetryMs
      unit.write((tx) => markWiped(tx, ids, clock.now()))
      log.info('destruction.wiped', { people: ids.length })
    } catch (error) {
      // A full disk, a reader in the way: the rows are gone, their traces go later.
      if (stopping.signal.aborted) return
      log.warn('destruction.wipe-later', { error })
      again()
    }
  }
  const inTurn = (): Promise<void> => {
    running = running.then(wipe)
    return running
  }

  const look = (): void => {
    if (stopping.signal.aborted || waiting().length === 0) return
    const record = files.lastRecord()
    if (quietSince?.record !== record) quietSince = { record, at: performance.now() }
    if (files.size() <= atOnceBytes || performance.now() - quietSince.at >= quietMs) void inTurn()
  }
  const soon = (): void => {
    timer ??= setInterval(look, lookEveryMs).unref()
    look()
  }

  const keepList = (): void => {
    const known = files.readList()
    const ids = [...new Set([...known, ...destructions(reader).map((row) => row.customer_id)])]
    if (ids.length > known.length) files.writeList(ids)
  }

  return {
    start() {
      for (const id of files.readList())
        if (findCustomer(reader, id) !== undefined) unit.write((tx) => leaving.destroy(tx, id, clock.now()))
      keepList()
      soon()
    },
    destroyed() {
      keepList()
      soon()
    },
    async now() {
      await inTurn()
      return waiting().length
    },
    state() {
      const all = destructions(reader)
      const size = files.size()
      return {
        destroyed: all.length,
        waiting: all.filter((row) => row.cleaned_at === null).length,
        lastAt: all.at(-1)?.at ?? null,
        pauseMs: Math.round(size / bytesPerMs),
        latest: latestDestructions(reader, 100).map((row) => ({
          customerId: row.customer_id,
          at: row.at,
          by: row.by,
          wipedAt: row.cleaned_at,
        })),
      }
    },
    async stop() {
      stopping.abort()
      if (timer !== null) clearInterval(timer)
      timer = null
      if (retry !== null) clearTimeout(retry)
      await running
    },
  }
}

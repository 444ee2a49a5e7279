import { setTimeout as pause } from 'node:timers/promises'
import type { CallOutput } from '#shared/contract/index.ts'
import type { AccessLog } from '../access/access.service.ts'
import type { Upkeep } from '../analytics/upkeep.service.ts'
import type { Checking } from '../loyalty/checking.service.ts'
import type { Clock } from '../platform/clock.ts'
import type { Emit } from '../platform/emit.ts'
import type { Ledger } from '../platform/ledger/open.ts'
import type { Log } from '../platform/log/log.ts'
import type { PrepaidChecking } from '../prepaid/checking.service.ts'
import { lookInThread } from './health-thread.port.ts'
import { createIdle } from './idle.ts'

type State = CallOutput<'health.state'>
type Fault = NonNullable<State['last']>['faults'][number]

/** Looks through the whole ledger: once a day, as soon as the counter is idle, and when somebody asks. */
export interface Health {
  state(): State
  /** One that is running is the answer for everybody who asks meanwhile. */
  run(): Promise<State>
  /** Begins one where it is time; called now and then. */
  look(): void
  stop(): Promise<void>
}

export interface HealthParts {
  readonly ledger: Ledger
  readonly access: AccessLog
  readonly upkeep: Pick<Upkeep, 'check' | 'state'>
  /** Counts all balances again, a few at a time, until it is told that it is enough. */
  readonly points: Pick<Checking, 'run'>
  /** The same of prepaid amounts and passes. */
  readonly prepaid: Pick<PrepaidChecking, 'run'>
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
  /** Of a clock that nobody can set, ms. */
  readonly elapsed: () => number
  /** A number that changes with whatever is written to the ledger: receipts, points, who was looked up. */
  readonly written: () => number
}

/** The counter opens first. */
const afterOpening = 30_000
/** It takes both processors of a small PC for a minute at ten years: it waits until nobody does anything. */
const idleMs = 60_000
/** A counter that never rests for a minute must not keep it from looking at all. */
const latest = 3 * 60 * 60_000
const every = 24 * 60 * 60_000
const sumsEvery = 250
/** Counting ten years again takes seconds; what takes longer than this is told the next time. */
const sumsAtMost = 10 * 60_000

export const createHealth = (parts: HealthParts): Health => {
  const { ledger, access, upkeep, points, prepaid, clock, log, emit, elapsed, written } = parts
  const stopping = new AbortController()
  let last: State['last'] = null
  let running: Promise<State> | null = null
  let due = elapsed() + afterOpening
  const idle = createIdle(idleMs)

  const state = (): State => ({ running: running !== null, last })

  const wrongSums = async (): Promise<boolean> => {
    if (!upkeep.state().counted) return false
    upkeep.check(false)
    const end = elapsed() + sumsAtMost
    while (upkeep.state().work !== null && elapsed() < end) {
      if (stopping.signal.aborted) return false
      await pause(sumsEvery)
    }
    return (upkeep.state().found ?? 0) > 0
  }

  const enough = (): boolean => stopping.signal.aborted
  const wrongBalances = async (): Promise<boolean> => {
    return (await points.run(enough)).differing + (await prepaid.run(enough)).differing > 0
  }

  /** Pages that cannot be read break the chain as well. */
  const brokenChain = async (): Promise<boolean> => {
    try {
      return (await access.verify()).faults.length > 0
    } catch (error) {
      log.error('health.chain', { error })
      return true
    }
  }

  const look = async (): Promise<State> => {
    const begun = elapsed()
    const faults: Fault[] = []
    const found = await lookInThread(
      { path: ledger.path, dataKey: Uint8Array.from(ledger.dataKey) },
      stopping.signal,
    )
    if (stopping.signal.aborted) return state()
    if (found === null || !found.pages) faults.push('pages')
    if (await brokenChain()) faults.push('chain')
    // Figures out of pages that cannot be read say nothing.
    if (faults.length === 0 && (await wrongBalances())) faults.push('points')
    if (faults.length === 0 && !stopping.signal.aborted && (await wrongSums())) faults.push('sums')
    if (stopping.signal.aborted) return state()
    last = {
      at: clock.now(),
      took: Math.round(elapsed() - begun),
      faults,
      receipts: found?.receipts ?? 0,
      customers: found?.customers ?? 0,
    }
    if (faults.length > 0) log.error('health.faults', { faults: faults.join(' ') })
    else log.info('health.well', { took: last.took })
    return state()
  }

  const run = (): Promise<State> => {
    running ??= look().finally(() => {
      running = null
      due = elapsed() + every
      if (!stopping.signal.aborted) emit('health.changed', state())
    })
    return running.then(() => state())
  }

  return {
    state,
    run,
    look() {
      const now = elapsed()
      const isIdle = idle.seen(written(), now)
      if (running !== null || now < due || !(isIdle || now >= due + latest)) return
      run().catch((error: unknown) => log.error('health.failed', { error }))
    },
    async stop() {
      stopping.abort()
      await running?.catch(() => undefined)
    },
  }
}

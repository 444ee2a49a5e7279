import { setImmediate as breathe } from 'node:timers/promises'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import type { Log } from '../platform/log/log.ts'
import { productOf } from '../products/catalogue.service.ts'
import { forgetList } from './months/month-lists.repo.ts'
import { journalSeqOf, type Recounted } from './recount/differences.repo.ts'
import { noteChecked, readSumsState } from './recount/state.repo.ts'
import { monthPeriod } from './shares/periods.ts'
import { addToSums } from './shares/sums.repo.ts'
import type { SumTable } from './shares/tables.ts'
import type { Reading } from './thread/heavy.repo.ts'

type State = CallOutput<'analytics.state'>

/** Counts the sums again from receipts, a month at a time, beside everything else that goes on. */
export interface Upkeep {
  state(): State
  /** Begins; one that is running goes on. With `rebuild` what is wrong is put right. */
  check(rebuild: boolean): void
  /** Counts what was there before there were sums; nothing where all was counted. */
  start(): void
  /** Resolves when nothing is being written any more. */
  stop(): Promise<void>
}

export interface UpkeepParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly reading: Reading
  readonly clock: Clock
  readonly log: Log
  readonly told: (state: State) => void
}

/** Rows in one unit of work, so that the counter is never kept waiting for long. */
const piece = 400
/** How often a month is counted again because receipts came in meanwhile, before it is left for the next check. */
const mostTries = 20

export const createUpkeep = ({ reader, unit, reading, clock, log, told }: UpkeepParts): Upkeep => {
  let work: State['work'] = null
  let found: number | null = null
  let running: Promise<void> | null = null
  /** Set while somebody waits for the work to end. */
  const wish = { stop: false }

  const state = (): State => ({ ...readSumsState(reader), found, work })
  const progress = (change: Partial<NonNullable<State['work']>>): void => {
    if (work !== null) work = { ...work, ...change }
    told(state())
  }

  const knowNames = async (rebuild: boolean): Promise<void> => {
    const names = await reading.askLater('namesToKnow')
    if (!rebuild) return
    for (let at = 0; at < names.length; at += piece) {
      if (wish.stop) return
      unit.write((tx) => {
        for (const name of names.slice(at, at + piece)) productOf(tx, name)
      })
      await breathe()
    }
  }

  /** Writes differences, as long as nothing else was written since they were found. @returns whether all of them. */
  const write = async (
    { journalSeq, tables, listIsWrong }: Recounted,
    month: string | null,
  ): Promise<boolean> => {
    let expected = journalSeq
    for (const { table, rows } of tables) {
      for (let at = 0; at < rows.length; at += piece) {
        if (wish.stop) return false
        const part: readonly (readonly [SumTable, readonly (readonly number[])[]])[] = [
          [table, rows.slice(at, at + piece)],
        ]
        const written = unit.write((tx) => {
          if (journalSeqOf(tx) !== expected) return false
          addToSums(tx, new Map(part))
          return true
        })
        if (!written) return false
        expected = journalSeqOf(reader)
        await breathe()
      }
    }
    // One that was made meanwhile goes with it, which is only made once more.
    if (listIsWrong && month !== null) unit.write((tx) => forgetList(tx, monthPeriod(month)))
    return true
  }

  /** @returns how many rows were wrong. */
  const settle = async (month: string | null, rebuild: boolean): Promise<number> => {
    let wrong = 0
    for (let tries = 0; tries < mostTries; tries += 1) {
      if (wish.stop) return wrong
      const differences = await reading.askLater('recounted', month)
      const rows = differences.tables.reduce(
        (sum, table) => sum + table.rows.length,
        differences.listIsWrong ? 1 : 0,
      )
      wrong = Math.max(wrong, rows)
      if (rows === 0 || !rebuild || (await write(differences, month))) return wrong
    }
    throw new Error('The sums of a month could not be settled: it changed all the time')
  }

  const run = async (rebuild: boolean): Promise<void> => {
    await knowNames(rebuild)
    const pieces = [...(await reading.askLater('monthsToCount')), null]
    progress({ total: pieces.length })
    let wrong = 0
    for (const [place, month] of pieces.entries()) {
      if (wish.stop) return
      wrong += await settle(month, rebuild)
      progress({ done: place + 1, wrong })
    }
    if (wish.stop) return
    found = wrong
    unit.write((tx) => noteChecked(tx, clock.now(), rebuild || wrong === 0))
    log.info('sums.checked', { wrong, rebuild })
  }

  const begin = (rebuild: boolean): void => {
    if (running !== null) return
    wish.stop = false
    work = { kind: rebuild ? 'rebuild' : 'check', done: 0, total: 0, wrong: 0 }
    const over = (): void => {
      running = null
      work = null
    }
    running = run(rebuild)
      .catch((error: unknown) => {
        if (!wish.stop) log.error('sums.check-failed', { error })
      })
      .finally(over)
      .then(() => told(state()))
  }

  return {
    state,
    check: begin,
    start() {
      if (!readSumsState(reader).counted) begin(true)
    },
    async stop() {
      wish.stop = true
      await running
    },
  }
}

import { setImmediate as breathe } from 'node:timers/promises'
import type { BusinessDate } from '#shared/dates.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Reader, UnitOfWork } from '../../platform/db/statements.ts'
import type { Log } from '../../platform/log/log.ts'
import { dayOf } from '../../tiers/day.service.ts'
import { readSumsState } from '../recount/state.repo.ts'
import { dayPeriod, monthOf } from '../shares/periods.ts'
import type { Reading } from '../thread/heavy.repo.ts'
import { keepList, monthWithoutList } from './month-lists.repo.ts'

/** Keeps the customers of each month that is over as one small list, from which pictures of a year are read. */
export interface MonthLists {
  /**
   * Makes what is missing, the latest month first: after the ledger was opened, then once a business day, so that
   * joining people all afternoon does not write the same years again and again. Never rejects.
   */
  look(): Promise<void>
  /** Resolves when nothing is being written any more. */
  stop(): Promise<void>
}

export interface MonthListsParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly reading: Reading
  readonly clock: Clock
  readonly log: Log
}

export const createMonthLists = ({ reader, unit, reading, clock, log }: MonthListsParts): MonthLists => {
  /** The day of which everything was there. */
  let complete: BusinessDate | null = null
  let running: Promise<void> | null = null
  const wish = { stop: false }

  const make = async (today: BusinessDate): Promise<void> => {
    // By a clock that runs ahead the month that goes on is listed, too, and forgotten with the next receipt in it.
    const before = monthOf(dayPeriod(today))
    let missing = monthWithoutList(reader, before)
    for (; missing !== null && !wish.stop; missing = await reading.askLater('monthWithoutList', before)) {
      const month = missing
      unit.write((tx) => keepList(tx, month))
      await breathe()
    }
    if (missing === null) complete = today
  }

  return {
    look() {
      const today = dayOf(reader, clock.now())
      // Of a ledger that is new to sums, every month will change yet.
      if (today === complete || wish.stop || !readSumsState(reader).counted) return Promise.resolve()
      running ??= make(today)
        .catch((error: unknown) => {
          if (wish.stop) return
          log.error('sums.lists-failed', { error })
          // Pictures are right without them: it is tried again tomorrow, not every minute.
          complete = today
        })
        .finally(() => {
          running = null
        })
      return running
    },
    async stop() {
      wish.stop = true
      await running
    },
  }
}

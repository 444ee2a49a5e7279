import { setImmediate as breathe } from 'node:timers/promises'
import type { Reader, UnitOfWork } from '../../platform/db/statements.ts'
import type { Log } from '../../platform/log/log.ts'
import { putHabit, withoutHabits } from './habit.repo.ts'
import { habitOf } from './refreshing.service.ts'

/** Habits of customers from before habits were kept, counted in small pieces while the shop goes on. */
export interface CatchingUp {
  /** Resolves when everybody has them. */
  start(): Promise<void>
  stop(): void
}

/** Customers a unit of work: over before somebody at the counter notices. */
const piece = 15

export const createCatchingUp = (reader: Reader, unit: UnitOfWork, log: Log): CatchingUp => {
  const stopping = new AbortController()
  return {
    async start() {
      let after = 0
      let people = 0
      while (!stopping.signal.aborted) {
        const ids = withoutHabits(reader, after, piece)
        const last = ids.at(-1)
        if (last === undefined) break
        unit.writeMany(ids, (tx, id) => putHabit(tx, habitOf(tx, id)))
        people += ids.length
        after = last
        await breathe()
      }
      if (people > 0) log.info('habits.caught-up', { people })
    },
    stop: () => stopping.abort(),
  }
}

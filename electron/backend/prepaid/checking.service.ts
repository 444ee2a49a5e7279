import type { CallOutput } from '#shared/contract/index.ts'
import { dayByClock } from '../loyalty/day.service.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { addCheck, type CheckedHolding, type CheckRow, lastCheck } from './book.repo.ts'

/** What is left as it is kept, against its entries. */
export interface PrepaidChecking {
  /** All that was ever sold, some at a time, so that nobody waits. Kept and shown. @param enough ends it early, unkept. */
  run(enough?: () => boolean): Promise<CallOutput<'prepaid.check'>>
  /** Whether today's has not been made yet. */
  due(): boolean
}

export interface PrepaidCheckingParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly clock: Clock
  /** Some that were sold after one, read beside the counter's way. */
  readonly sumsAfter: (after: number, limit: number) => Promise<readonly CheckedHolding[]>
}

const piece = 200

export const createPrepaidChecking = ({
  reader,
  unit,
  ids,
  clock,
  sumsAfter,
}: PrepaidCheckingParts): PrepaidChecking => ({
  async run(enough = () => false) {
    const sums = { holdings: 0, entries: 0, differing: 0 }
    let after = 0
    for (;;) {
      const some = await sumsAfter(after, piece)
      for (const one of some) {
        sums.holdings += 1
        sums.entries += one.count
        const agree = one.left === one.sums && one.bonusLeft === one.bonusSums
        if (!agree || one.left < 0 || one.bonusLeft < 0) sums.differing += 1
      }
      after = some.at(-1)?.id ?? after
      if (some.length < piece) break
      if (enough()) return { at: clock.now(), ...sums }
    }
    const at = clock.now()
    const row: CheckRow = { id: ids.next(at), at, business_date: dayByClock(reader, at), ...sums }
    unit.write((tx) => addCheck(tx, row))
    return shownCheck(row)
  },
  due: () => lastCheck(reader)?.business_date !== dayByClock(reader, clock.now()),
})

export const shownCheck = ({ at, holdings, entries, differing }: CheckRow): CallOutput<'prepaid.check'> => ({
  at,
  holdings,
  entries,
  differing,
})

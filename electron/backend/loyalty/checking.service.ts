import type { CallOutput } from '#shared/contract/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { addCheck, type CheckedCustomer, type CheckRow, lastCheck } from './book.repo.ts'
import { dayByClock } from './day.service.ts'

/** Balances against their entries and their lots. */
export interface Checking {
  /** Every customer, some at a time, so that nobody waits. Kept and shown. @param enough ends it early, unkept. */
  run(enough?: () => boolean): Promise<CallOutput<'points.check'>>
  /** Whether today's has not been made yet. */
  due(): boolean
}

/** Some customers after one, read beside the counter's way: ten years of entries take seconds. */
export type SumsAfter = (after: number, limit: number) => Promise<readonly CheckedCustomer[]>

export interface CheckingParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly clock: Clock
  readonly sumsAfter: SumsAfter
}

const piece = 200

export const createChecking = ({ reader, unit, ids, clock, sumsAfter }: CheckingParts): Checking => ({
  async run(enough = () => false) {
    const sums = { customers: 0, entries: 0, balances: 0, lots: 0, claims: 0, differing: 0 }
    let after = 0
    for (;;) {
      const some = await sumsAfter(after, piece)
      for (const one of some) {
        sums.customers += 1
        sums.entries += one.count
        sums.balances += one.balance
        sums.lots += one.lots
        sums.claims += one.claim
        const agree = one.balance === one.entries && one.entries === one.lots - one.claim && one.claim >= 0
        if (!agree) sums.differing += 1
      }
      after = some.at(-1)?.id ?? after
      if (some.length < piece) break
      if (enough()) return shownCheck({ id: 0, at: clock.now(), business_date: '', ...sums })
    }
    const at = clock.now()
    const row: CheckRow = { id: ids.next(at), at, business_date: dayByClock(reader, at), ...sums }
    unit.write((tx) => addCheck(tx, row))
    return shownCheck(row)
  },
  due: () => lastCheck(reader)?.business_date !== dayByClock(reader, clock.now()),
})

export const shownCheck = ({
  at,
  customers,
  entries,
  balances,
  lots,
  claims,
  differing,
}: CheckRow): CallOutput<'points.check'> => ({
  at,
  customers,
  entries,
  balances,
  lots,
  claims,
  differing,
})

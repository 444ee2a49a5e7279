import type { EpochMs } from '#shared/dates.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import { dayOf } from './day.service.ts'
import type { TierKeeping } from './keeping.service.ts'
import { planOn } from './plan.ts'
import { customersAfter, dueUpTo, putSweep, readPlans, readSweep } from './tiers.repo.ts'

/** People looked at in one unit of work: it is to be over before somebody at the counter notices. */
const piece = 20

export interface TierFalling {
  /** One piece of what is due; true while there is more. Days on which the PC was off are caught up. */
  step(): boolean
}

export interface TierFallingParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly keeping: TierKeeping
  readonly now: () => EpochMs
}

export const createTierFalling = ({ reader, unit, keeping, now }: TierFallingParts): TierFalling => {
  /** Under a new plan everybody is looked at once, those who have never bought too: it is only a look. */
  const sweep = (at: EpochMs): boolean => {
    const plan = planOn(readPlans(reader), dayOf(reader, at))
    if (plan === null) return false
    const before = readSweep(reader)
    const going = before?.plan_id === plan.id
    if (going && before.done === 1) return false
    const after = going ? before.after_customer_id : 0
    const people = customersAfter(reader, after, piece)
    unit.write((tx) => {
      for (const id of people) keeping.look(tx, id, at)
      putSweep(tx, {
        plan_id: plan.id,
        after_customer_id: people.at(-1) ?? after,
        done: people.length < piece ? 1 : 0,
      })
    })
    return people.length === piece
  }

  return {
    step() {
      const at = now()
      const due = dueUpTo(reader, dayOf(reader, at), piece)
      if (due.length === 0) return sweep(at)
      unit.write((tx) => {
        for (const id of due) keeping.look(tx, id, at)
      })
      return true
    },
  }
}

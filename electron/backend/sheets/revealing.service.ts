import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { UnitOfWork } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { addReason } from './commands.repo.ts'

/** Phones shown whole for a while, to whoever gave a reason. */
export interface Revealing {
  isOn(): boolean
  reveal(asked: CallParsed<'sheets.reveal'>): CallOutput<'sheets.reveal'>
  conceal(): void
}

export interface RevealingParts {
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly clock: Clock
  readonly personId: () => number | null
}

const minutes = 10

export const createRevealing = ({ unit, ids, clock, personId }: RevealingParts): Revealing => {
  let given: { readonly until: number; readonly since: number; readonly to: number | null } | null = null
  return {
    isOn() {
      if (given === null) return false
      const now = clock.now()
      // A clock that was turned back does not make it last.
      return now >= given.since && now < given.until && given.to === personId()
    },
    reveal({ sheet, reason }) {
      const at = clock.now()
      unit.write((tx) =>
        addReason(tx, {
          id: ids.next(at),
          at,
          person_id: personId(),
          sheet,
          what: 'reveal',
          rows: 0,
          reason,
        }),
      )
      given = { since: at, until: at + minutes * 60_000, to: personId() }
      return { until: given.until }
    },
    conceal() {
      given = null
    },
  }
}

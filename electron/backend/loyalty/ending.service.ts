import type { EpochMs } from '#shared/dates.ts'
import { refreshFigures } from '../customers/figures.service.ts'
import type { Reader, UnitOfWork, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { type Action, addAction } from './actions.repo.ts'
import { dayByClock, dayReached, isNewDay, reachedDay } from './day.service.ts'
import { nothing } from './fraction.ts'
import { customersWithEnded, openLots } from './lots.repo.ts'
import { byEnd, type Lot } from './lots.ts'
import { claimOf, type Purse } from './purse.service.ts'
import { keepRest } from './worth.repo.ts'

/** Points that end: by their day, or with whoever leaves. */
export interface Ending {
  /** Ends what is due of one customer; never before the day said on the slip. @returns points that ended. */
  end(tx: Writer, customerId: number, at: EpochMs): number
  /** One small piece of what is due in the whole shop, in a unit of work of its own. @returns whether there is more. */
  step(at: EpochMs): boolean
  /** Whoever leaves keeps nothing and owes nothing. */
  leave(tx: Writer, customerId: number, at: EpochMs): void
}

/** Customers a unit of work: over before somebody at the counter notices. */
const piece = 20

export interface EndingParts {
  readonly ids: Ids
  readonly purse: Purse
  readonly reader: Reader
  readonly unit: UnitOfWork
}

export const createEnding = ({ ids, purse, reader, unit }: EndingParts): Ending => {
  const close = (
    tx: Writer,
    customerId: number,
    kind: 'expire' | 'leave',
    lots: readonly Lot[],
    claim: number,
    at: EpochMs,
  ): number => {
    const points = lots.reduce((sum, lot) => sum + lot.remaining, 0)
    if (points === 0 && claim === 0) return 0
    const action: Action = {
      id: ids.next(at),
      kind,
      customer_id: customerId,
      sale_id: null,
      receipt_id: null,
      points: claim - points,
      rule_id: null,
      undoes_id: null,
      detail: '',
      at,
      business_date: dayByClock(tx, at),
    }
    addAction(tx, action)
    const doing = { action, kind, receiptId: null }
    purse.takeParts(
      tx,
      doing,
      lots.map((lot) => ({ lot, points: lot.remaining })),
    )
    if (claim > 0) {
      purse.give(tx, doing, customerId, claim, { saleId: null, startsOn: action.business_date, endsOn: null })
    }
    refreshFigures(tx, customerId)
    return points
  }

  const ending: Ending = {
    end(tx, customerId, at) {
      const day = reachedDay(tx, at)
      const due = openLots(tx, customerId)
        .filter((lot) => lot.ends_on !== null && lot.ends_on < day)
        .sort(byEnd)
      return close(tx, customerId, 'expire', due, 0, at)
    },
    step(at) {
      // Kept from the first opening on: a clock that goes wrong later is told from one that was right.
      if (isNewDay(reader, at)) unit.write((tx) => reachedDay(tx, at))
      const due = customersWithEnded(reader, dayReached(reader, at), piece)
      if (due.length === 0) return false
      unit.write((tx) => {
        for (const id of due) ending.end(tx, id, at)
      })
      return due.length === piece
    },
    leave(tx, customerId, at) {
      close(tx, customerId, 'leave', openLots(tx, customerId).sort(byEnd), claimOf(tx, customerId), at)
      keepRest(tx, customerId, nothing)
    },
  }
  return ending
}

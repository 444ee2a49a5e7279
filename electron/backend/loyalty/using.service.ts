import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { type ReceiptRecord, refundsOf, remainingOf } from '../receipts/facts.service.ts'
import {
  type Action,
  addAction,
  joinSpend,
  looseSpends,
  spendsOf,
  undoneOf,
  usedParts,
} from './actions.repo.ts'
import { dayByClock, reachedDay } from './day.service.ts'
import { openLots } from './lots.repo.ts'
import { byEnd, type Lot, takeFrom } from './lots.ts'
import { poolOf, successorOf } from './pool.repo.ts'
import { claimOf, type Purse } from './purse.service.ts'
import type { Ruling } from './ruling.service.ts'
import { stillUsed } from './still-used.ts'

/** What a customer may use now, with their household's. */
export interface Usable {
  readonly points: number
  /** The least that may be used at once; 0 where the owner wants none. */
  readonly least: number
  /** Of the points, those that are their own. */
  readonly own: number
}

export interface Using {
  usable(reader: Reader, customerId: number, at: EpochMs): Usable
  /**
   * Uses points, oldest end first, with a sale or before it comes.
   * Throws `points.too-few`, `points.under-least`.
   */
  spend(tx: Writer, customerId: number, points: number, saleId: number | null, at: EpochMs): Action
  /** Gives back what is still used of a spend. @returns the action, or null where nothing was left. */
  takeBack(tx: Writer, spend: Action, at: EpochMs): Action | null
  /** Spends of the last minutes that have no sale yet become this one's. */
  join(tx: Writer, sale: ReceiptRecord, customerId: number, at: EpochMs): void
  /** Brings what is used with a sale to its refunds. @param detached everything comes back. @returns actions done. */
  settle(tx: Writer, sale: ReceiptRecord, refundId: number | null, at: EpochMs, detached: boolean): number[]
}

/** A receipt comes within this time after its points were used; older spends have lost theirs. */
const longestWaitMs = 30 * 60_000

const poolLots = (reader: Reader, customerId: number, day: BusinessDate): Lot[] =>
  poolOf(reader, customerId)
    .flatMap((id) => openLots(reader, id))
    .filter((lot) => lot.ends_on === null || lot.ends_on >= day)
    .sort(byEnd)

const usableNow = (
  reader: Reader,
  customerId: number,
  day: BusinessDate,
): { lots: Lot[]; points: number } => {
  const lots = poolLots(reader, customerId, day)
  return { lots, points: Math.max(0, sum(lots) - claimOf(reader, customerId)) }
}

export const createUsing = (ids: Ids, purse: Purse, ruling: Ruling): Using => {
  const begin = (
    tx: Writer,
    customerId: number,
    saleId: number | null,
    receiptId: number | null,
    points: number,
    undoes: number | null,
    at: EpochMs,
  ): Action => {
    const action: Action = {
      id: ids.next(at),
      kind: 'spend',
      customer_id: customerId,
      sale_id: saleId,
      receipt_id: receiptId,
      points,
      rule_id: null,
      undoes_id: undoes,
      detail: '',
      at,
      business_date: dayByClock(tx, at),
    }
    addAction(tx, action)
    return action
  }

  const change = (tx: Writer, spend: Action, back: number, receiptId: number | null, at: EpochMs): Action => {
    const action = begin(tx, spend.customer_id, spend.sale_id, receiptId, back, spend.id, at)
    const doing = { action, receiptId: null }
    if (back > 0) {
      // Whoever was merged since gets theirs where they are now.
      const used = usedParts(tx, spend.id).map((part) => ({
        ...part,
        customer_id: successorOf(tx, part.customer_id),
      }))
      purse.giveBack(tx, { ...doing, kind: 'give-back' }, used, back, reachedDay(tx, at))
    } else {
      purse.claimBack(tx, { ...doing, kind: 'spend' }, successorOf(tx, spend.customer_id), -back, null)
    }
    return action
  }

  return {
    usable(reader, customerId, at) {
      const day = dayByClock(reader, at)
      const { lots, points } = usableNow(reader, customerId, day)
      const own = sum(lots.filter((lot) => lot.customer_id === customerId))
      return { points, own: Math.min(own, points), least: ruling.on(reader, day).leastSpend }
    },
    spend(tx, customerId, points, saleId, at) {
      const { lots, points: usable } = usableNow(tx, customerId, reachedDay(tx, at))
      if (points > usable) throw new DangolError('points.too-few', { usable })
      const least = ruling.on(tx, dayByClock(tx, at)).leastSpend
      if (points < least) throw new DangolError('points.under-least', { least })
      const action = begin(tx, customerId, saleId, saleId, -points, null, at)
      if (saleId !== null) joinSpend(tx, action.id, saleId, at)
      purse.takeParts(tx, { action, kind: 'spend', receiptId: null }, takeFrom(lots, points).parts)
      return action
    },
    takeBack(tx, spend, at) {
      const left = -spend.points - undoneOf(tx, spend.id)
      return left > 0 ? change(tx, spend, left, null, at) : null
    },
    join(tx, sale, customerId, at) {
      for (const spend of looseSpends(tx, customerId, at - longestWaitMs, at)) {
        if (-spend.points > undoneOf(tx, spend.id)) joinSpend(tx, spend.id, sale.id, at)
      }
    },
    settle(tx, sale, refundId, at, detached) {
      const done: number[] = []
      for (const spend of spendsOf(tx, sale.id)) {
        const used = -spend.points
        const undone = undoneOf(tx, spend.id)
        // Given back whole, it is over: what comes to the sale later does not use it again.
        if (undone === used) continue
        const due = detached
          ? 0
          : stillUsed(used, sale.total, remainingOf(tx, sale.id), refundsOf(tx, sale.id).length > 0)
        const back = used - due - undone
        if (back !== 0) done.push(change(tx, spend, back, refundId, at).id)
      }
      return done
    },
  }
}

const sum = (lots: readonly Lot[]): number => lots.reduce((all, lot) => all + lot.remaining, 0)

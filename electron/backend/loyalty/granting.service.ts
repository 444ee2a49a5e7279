import type { EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import type { Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { type Action, addAction, addReason, undoneOf, usedParts } from './actions.repo.ts'
import { dayByClock, firstDay, reachedDay } from './day.service.ts'
import { openLots } from './lots.repo.ts'
import { byEnd, endAfter, takeFrom } from './lots.ts'
import { successorOf } from './pool.repo.ts'
import type { LotDays, Purse } from './purse.service.ts'
import type { Ruling } from './ruling.service.ts'

/** Points that are given or taken by hand, or for something other than money. */
export interface Granting {
  /**
   * By hand, with a reason, which stands where destruction can take it; the entry stays.
   * @param kind `opening`: brought along from another program.
   * @param points below nought takes; throws `points.too-few` where they are not there.
   */
  correct(
    tx: Writer,
    customerId: number,
    points: number,
    reason: string,
    at: EpochMs,
    kind?: 'correction' | 'opening',
  ): Action
  /**
   * Points brought along by many at once: the day and the rule are looked up only here.
   * @returns gives one customer points above nought, like `correct` with `opening`.
   */
  openings(tx: Writer, at: EpochMs): (tx: Writer, customerId: number, points: number) => Action
  bonus(
    tx: Writer,
    customerId: number,
    points: number,
    what: string,
    saleId: number | null,
    at: EpochMs,
  ): Action
  /** Takes back what such an action gave, or gives back what it took. Throws `points.undone-already`. */
  takeBack(tx: Writer, action: Action, at: EpochMs): Action
}

export const createGranting = (ids: Ids, purse: Purse, ruling: Ruling): Granting => {
  const begin = (tx: Writer, given: Omit<Action, 'id' | 'business_date' | 'receipt_id'>): Action => {
    const action = {
      ...given,
      id: ids.next(given.at),
      receipt_id: null,
      business_date: dayByClock(tx, given.at),
    }
    addAction(tx, action)
    return action
  }

  const daysOf = (tx: Writer, at: EpochMs, date: string): Pick<LotDays, 'startsOn' | 'endsOn'> => {
    const startsOn = firstDay(reachedDay(tx, at), date)
    return { startsOn, endsOn: endAfter(startsOn, ruling.on(tx, date).lifetimeMonths) }
  }

  const give = (tx: Writer, action: Action, points: number): void => {
    const { startsOn, endsOn } = daysOf(tx, action.at, action.business_date)
    const doing = { action, receiptId: null, kind: entryKind(action) }
    purse.give(tx, doing, action.customer_id, points, {
      saleId: action.sale_id,
      startsOn,
      endsOn,
    })
  }

  return {
    openings(tx, at) {
      const date = dayByClock(tx, at)
      const days = { saleId: null, ...daysOf(tx, at, date) }
      return (into, customerId, points) => {
        const action: Action = {
          id: ids.next(at),
          kind: 'opening',
          customer_id: customerId,
          sale_id: null,
          receipt_id: null,
          points,
          rule_id: null,
          undoes_id: null,
          detail: '',
          at,
          business_date: date,
        }
        addAction(into, action)
        purse.give(into, { action, receiptId: null, kind: 'opening' }, customerId, points, days)
        return action
      }
    },
    correct(tx, customerId, points, reason, at, kind = 'correction') {
      const action = begin(tx, {
        kind,
        customer_id: customerId,
        sale_id: null,
        points,
        rule_id: null,
        undoes_id: null,
        detail: '',
        at,
      })
      if (reason !== '') addReason(tx, action.id, customerId, reason.normalize('NFC'))
      if (points > 0) give(tx, action, points)
      if (points < 0) {
        const { parts, missing } = takeFrom(openLots(tx, customerId).sort(byEnd), -points)
        if (missing > 0) throw new DangolError('points.too-few', { usable: -points - missing })
        purse.takeParts(tx, { action, receiptId: null, kind }, parts)
      }
      return action
    },
    bonus(tx, customerId, points, what, saleId, at) {
      const rule = ruling.on(tx, dayByClock(tx, at))
      const action = begin(tx, {
        kind: 'bonus',
        customer_id: customerId,
        sale_id: saleId,
        points,
        rule_id: rule.id,
        undoes_id: null,
        detail: what,
        at,
      })
      give(tx, action, points)
      return action
    },
    takeBack(tx, action, at) {
      const left = action.points + undoneOf(tx, action.id)
      if (left === 0) throw new DangolError('points.undone-already')
      // Whoever was merged since has theirs where they are now.
      const customerId = successorOf(tx, action.customer_id)
      const undoing = begin(tx, {
        kind: action.kind,
        customer_id: customerId,
        sale_id: action.sale_id,
        points: -left,
        rule_id: null,
        undoes_id: action.id,
        detail: action.detail,
        at,
      })
      const doing = { action: undoing, receiptId: null, kind: entryKind(action) }
      if (left > 0) purse.claimBack(tx, doing, customerId, left, action.sale_id)
      else {
        const used = usedParts(tx, action.id).map((part) => ({ ...part, customer_id: customerId }))
        purse.giveBack(tx, doing, used, -left, reachedDay(tx, at))
      }
      return undoing
    },
  }
}

const entryKind = ({ kind }: Action): 'correction' | 'opening' | 'bonus' =>
  kind === 'bonus' || kind === 'opening' ? kind : 'correction'

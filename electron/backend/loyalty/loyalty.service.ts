import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import { receiptsChange } from '../analytics/shares.service.ts'
import { refreshFigures } from '../customers/figures.service.ts'
import type { Writer } from '../platform/db/statements.ts'
import { addToDay, type ReceiptRecord, refundsOf, setOwner } from '../receipts/facts.service.ts'
import type { Action } from './actions.repo.ts'
import type { Bonuses } from './bonuses.service.ts'
import type { Earning, Occasion } from './earning.service.ts'
import type { Ending } from './ending.service.ts'
import type { LoyaltyFollower, LoyaltyForerunner } from './follower.ts'
import type { Granting } from './granting.service.ts'
import type { Merging } from './merging.service.ts'
import { ownersOf } from './pool.repo.ts'
import type { Using } from './using.service.ts'

/** What happens to points, always inside somebody's unit of work. Every change is one more entry. */
export interface Loyalty {
  /** The sale and its refunds become the customer's; earns on what is left of it. @returns points given. */
  attach(tx: Writer, sale: ReceiptRecord, customerId: number, at: EpochMs): number
  /** What it gave is taken back, what was used with it given back; the sale and its refunds are nobody's again. */
  detach(tx: Writer, sale: ReceiptRecord, at: EpochMs): void
  /** After a refund of the sale was written: takes back its share, gives back its share. @returns points, 0 or negative. */
  refund(tx: Writer, sale: ReceiptRecord, refundId: number, at: EpochMs): number
  /**
   * After the total of the sale or of one of its refunds was put right: one more entry makes its points what they
   * would have been. @returns points of that entry, 0 where nothing changes.
   */
  adjust(tx: Writer, sale: ReceiptRecord, at: EpochMs): number
  /**
   * Uses points, with a sale that is the customer's or (null) before it comes. @returns the action, to be undone by.
   * Throws `points.too-few`, `points.under-least`.
   */
  spend(tx: Writer, customerId: number, points: number, saleId: number | null, at: EpochMs): number
  /** Gives back what is still used of a spend. @returns points given back, 0 where nothing was left. */
  takeBackSpend(tx: Writer, spend: Action, at: EpochMs): number
  /**
   * By hand, with a reason. @param kind `opening` for a balance brought along from elsewhere. @returns the action.
   * Throws `points.too-few` where more is taken than there is.
   */
  correct(
    tx: Writer,
    customerId: number,
    points: number,
    reason: string,
    at: EpochMs,
    kind?: 'correction' | 'opening',
  ): number
  /** Two entries of one person: all points of `gone` become `kept`'s. The caller moves sales and rows. */
  merge(tx: Writer, gone: number, kept: number, mergeId: number, at: EpochMs): void
  unmerge(tx: Writer, gone: number, kept: number, mergeId: number, at: EpochMs): void
  /** The customer leaves or is destroyed: nothing is kept, nothing owed. Reasons are theirs to be deleted with them. */
  leave(tx: Writer, customerId: number, at: EpochMs): void
}

export interface LoyaltyParts {
  readonly earning: Earning
  readonly using: Using
  readonly granting: Granting
  readonly bonuses: Bonuses
  readonly merging: Merging
  readonly ending: Ending
  /** Called after the points, in this order. */
  readonly followers: readonly LoyaltyFollower[]
  /** Called before the points. */
  readonly forerunners: readonly LoyaltyForerunner[]
}

/** Whose points an action moved: in a household, not only whoever did it. */
const owners = (tx: Writer, actionId: number): void => {
  for (const id of ownersOf(tx, actionId)) refreshFigures(tx, id)
}

export const createLoyalty = (parts: LoyaltyParts): Loyalty => {
  const { earning, using, granting, bonuses, merging, ending, followers, forerunners } = parts

  const settle = (tx: Writer, sale: ReceiptRecord, customerId: number, occasion: Occasion): number => {
    const detached = occasion.kind === 'detached'
    const why = detached || occasion.kind === 'attached' ? occasion.kind : 'changed'
    for (const one of forerunners) one.before(tx, sale, customerId, why, occasion.at)
    const points = earning.settle(tx, sale, customerId, occasion)
    const refundId = occasion.kind === 'refunded' ? occasion.receiptId : null
    for (const id of using.settle(tx, sale, refundId, occasion.at, detached)) owners(tx, id)
    bonuses.settle(tx, sale, customerId, occasion)
    return points
  }

  const ofNobody = (tx: Writer, sale: ReceiptRecord, at: EpochMs): number => {
    for (const one of [...forerunners, ...followers]) one.changedOfNobody?.(tx, sale, at)
    return 0
  }

  return {
    attach(tx, sale, customerId, at) {
      receiptsChange(tx, withRefunds(tx, sale.id), () => setOwner(tx, sale.id, customerId, at))
      using.join(tx, sale, customerId, at)
      const points = settle(tx, sale, customerId, { kind: 'attached', receiptId: sale.id, at })
      addToDay(tx, attachedOn(sale.business_date, 1))
      refreshFigures(tx, customerId)
      for (const one of followers) one.attached(tx, sale, customerId, at)
      return points
    },
    detach(tx, sale, at) {
      const { customer_id: customerId } = sale
      if (customerId === null) return
      settle(tx, sale, customerId, { kind: 'detached', receiptId: sale.id, at })
      receiptsChange(tx, withRefunds(tx, sale.id), () => setOwner(tx, sale.id, null, null))
      addToDay(tx, attachedOn(sale.business_date, -1))
      refreshFigures(tx, customerId)
      for (const one of followers) one.detached(tx, sale, customerId, at)
    },
    refund(tx, sale, refundId, at) {
      const { customer_id: customerId } = sale
      if (customerId === null) return ofNobody(tx, sale, at)
      const points = settle(tx, sale, customerId, { kind: 'refunded', receiptId: refundId, at })
      refreshFigures(tx, customerId)
      for (const one of followers) one.changed(tx, sale, customerId, at)
      return points
    },
    adjust(tx, sale, at) {
      const { customer_id: customerId } = sale
      if (customerId === null) return ofNobody(tx, sale, at)
      const points = settle(tx, sale, customerId, { kind: 'amended', receiptId: sale.id, at })
      refreshFigures(tx, customerId)
      for (const one of followers) one.changed(tx, sale, customerId, at)
      return points
    },
    spend(tx, customerId, points, saleId, at) {
      const { id } = using.spend(tx, customerId, points, saleId, at)
      owners(tx, id)
      return id
    },
    takeBackSpend(tx, spend, at) {
      const action = using.takeBack(tx, spend, at)
      if (action === null) return 0
      owners(tx, action.id)
      return action.points
    },
    correct(tx, customerId, points, reason, at, kind) {
      const { id } = granting.correct(tx, customerId, points, reason, at, kind)
      refreshFigures(tx, customerId)
      return id
    },
    merge(tx, gone, kept, mergeId, at) {
      merging.merge(tx, gone, kept, mergeId, at)
      for (const id of [gone, kept]) refreshFigures(tx, id)
      for (const one of [...forerunners, ...followers]) one.merged?.(tx, gone, kept, mergeId, at)
    },
    unmerge(tx, gone, kept, mergeId, at) {
      merging.unmerge(tx, gone, kept, mergeId, at)
      for (const id of [gone, kept]) refreshFigures(tx, id)
      for (const one of [...forerunners, ...followers]) one.unmerged?.(tx, gone, kept, mergeId, at)
    },
    leave: (tx, customerId, at) => ending.leave(tx, customerId, at),
  }
}

const withRefunds = (tx: Writer, saleId: number): number[] => [saleId, ...refundsOf(tx, saleId)]

const attachedOn = (date: BusinessDate, attached: number) => ({
  business_date: date,
  sales: 0,
  refunds: 0,
  net: 0,
  attached,
})

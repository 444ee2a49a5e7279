import { type BusinessDate, businessDate, type EpochMs } from '#shared/dates.ts'
import { receiptsChange } from '../analytics/shares.service.ts'
import { refreshFigures } from '../customers/figures.service.ts'
import type { Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { addToDay, type ReceiptRecord, refundsOf, remainingOf, setOwner } from '../receipts/facts.service.ts'
import { readShop } from '../shop/shop.service.ts'
import type { LoyaltyFollower } from './follower.ts'
import { addEntry, openEntries } from './points.repo.ts'
import { type OpenEntry, pointsFor, refundChange } from './points.ts'

/** What happens to points, always inside somebody's unit of work. Every change is one more entry. */
export interface Loyalty {
  /** The sale and its refunds become the customer's; earns on what is left of it. @returns points given. */
  attach(tx: Writer, sale: ReceiptRecord, customerId: number, at: EpochMs): number
  /** Every entry that still stands is reversed by another one; the sale and its refunds are nobody's again. */
  detach(tx: Writer, sale: ReceiptRecord, at: EpochMs): void
  /** After a refund of the sale was written: takes back its share. @returns points, 0 or negative. */
  refund(tx: Writer, sale: ReceiptRecord, refundId: number, at: EpochMs): number
  /**
   * After the total of the sale or of one of its refunds was put right: one more entry makes its points what they
   * would have been. @returns points of that entry, 0 where nothing changes.
   */
  adjust(tx: Writer, sale: ReceiptRecord, at: EpochMs): number
}

/** @param followers see `LoyaltyFollower`; called after the points, in this order. */
export const createLoyalty = (ids: Ids, followers: readonly LoyaltyFollower[] = []): Loyalty => {
  const reverse = (
    tx: Writer,
    customerId: number,
    entry: OpenEntry,
    at: EpochMs,
    date: BusinessDate,
  ): void => {
    addEntry(tx, {
      id: ids.next(at),
      customer_id: customerId,
      receipt_id: entry.receipt_id,
      kind: entry.points > 0 ? 'take-back' : 'correction',
      points: -entry.points,
      reverses_id: entry.id,
      rate_bp: null,
      at,
      business_date: date,
    })
  }

  return {
    attach(tx, sale, customerId, at) {
      const rate = readShop(tx).points_rate_bp
      const points = pointsFor(remainingOf(tx, sale.id), rate)
      receiptsChange(tx, withRefunds(tx, sale.id), () => setOwner(tx, sale.id, customerId, at))
      if (points !== 0) {
        addEntry(tx, {
          id: ids.next(at),
          customer_id: customerId,
          receipt_id: sale.id,
          kind: 'earn',
          points,
          reverses_id: null,
          rate_bp: rate,
          at,
          business_date: today(tx, at),
        })
      }
      addToDay(tx, attachedOn(sale.business_date, 1))
      refreshFigures(tx, customerId)
      for (const one of followers) one.attached(tx, sale, customerId, at)
      return points
    },
    detach(tx, sale, at) {
      if (sale.customer_id === null) return
      const date = today(tx, at)
      for (const entry of openEntries(tx, sale.id)) reverse(tx, sale.customer_id, entry, at, date)
      receiptsChange(tx, withRefunds(tx, sale.id), () => setOwner(tx, sale.id, null, null))
      addToDay(tx, attachedOn(sale.business_date, -1))
      refreshFigures(tx, sale.customer_id)
      for (const one of followers) one.detached(tx, sale, sale.customer_id, at)
    },
    refund(tx, sale, refundId, at) {
      if (sale.customer_id === null) return 0
      const points = refundChange(openEntries(tx, sale.id), remainingOf(tx, sale.id))
      if (points !== 0) {
        addEntry(tx, {
          id: ids.next(at),
          customer_id: sale.customer_id,
          receipt_id: refundId,
          kind: 'take-back',
          points,
          reverses_id: null,
          rate_bp: null,
          at,
          business_date: today(tx, at),
        })
      }
      refreshFigures(tx, sale.customer_id)
      for (const one of followers) one.changed(tx, sale, sale.customer_id, at)
      return points
    },
    adjust(tx, sale, at) {
      if (sale.customer_id === null) return 0
      const open = openEntries(tx, sale.id)
      const remaining = remainingOf(tx, sale.id)
      const earned = open.some((entry) => entry.kind === 'earn')
      const rate = readShop(tx).points_rate_bp
      const points = earned ? refundChange(open, remaining) : pointsFor(remaining, rate)
      if (points !== 0) {
        addEntry(tx, {
          id: ids.next(at),
          customer_id: sale.customer_id,
          receipt_id: sale.id,
          kind: earned ? 'correction' : 'earn',
          points,
          reverses_id: null,
          rate_bp: earned ? null : rate,
          at,
          business_date: today(tx, at),
        })
      }
      refreshFigures(tx, sale.customer_id)
      for (const one of followers) one.changed(tx, sale, sale.customer_id, at)
      return points
    },
  }
}

const withRefunds = (tx: Writer, saleId: number): number[] => [saleId, ...refundsOf(tx, saleId)]

const today = (tx: Writer, at: EpochMs): BusinessDate => businessDate(at, readShop(tx).closes_at_hour)

const attachedOn = (date: BusinessDate, attached: number) => ({
  business_date: date,
  sales: 0,
  refunds: 0,
  net: 0,
  attached,
})

import { businessDate, clockText, type EpochMs, isoKorea } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import { formatNumber, type Won } from '#shared/won.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { findReceipt, type ReceiptRecord, refundsOf, remainingOf } from '../receipts/facts.service.ts'
import { readShop } from '../shop/shop.service.ts'
import { dayOf } from '../tiers/day.service.ts'
import { serialOf } from './code.ts'
import { type Coupon, type CouponState, stateOf } from './coupon.ts'
import {
  addEntry,
  couponsOf,
  couponsOnReceipt,
  couponWithSerial,
  eventsOf,
  findCoupon,
  readSecret,
} from './coupons.repo.ts'
import { placeOf, soldItems } from './sold.repo.ts'
import { readTerms } from './terms.repo.ts'
import { isTime, misfitOf, type Terms, worthOf } from './terms.ts'

export interface Redemption {
  readonly couponId: number
  /** The receipt at hand; null while it has not come: then the owner's next one proves it. */
  readonly receiptId: number | null
  /** Who stands at the counter; null where nobody was asked. */
  readonly customerId: number | null
  readonly at: EpochMs
}

export interface CouponRedeeming {
  /** Throws `coupon.forged`, `coupon.not-found`. */
  find(reader: Reader, code: string): Coupon
  /** Throws why it cannot be used now; a coupon that was used says when and where. @returns what it takes off. */
  check(reader: Reader, redemption: Redemption): Won | null
  /** What it takes off; before its receipt has come the most that its terms allow. 0 where nobody can say. */
  mayTake(reader: Reader, redemption: Redemption): Won
  /** As `check`, and notes the use. The table itself takes no second one. @returns what it takes off. */
  redeem(tx: Writer, redemption: Redemption): Won | null
  /** Takes the latest use back: the coupon is open again. Throws `coupon.not-used`. */
  undo(tx: Writer, couponId: number, at: EpochMs, receiptId?: number | null): void
  /** Uses of the customer's coupons that still lack a receipt find it in this sale. */
  prove(tx: Writer, sale: ReceiptRecord, customerId: number, at: EpochMs): void
  /** A sale was given back whole: what was used on it can be used again. @returns coupons that are open again. */
  freeOf(tx: Writer, sale: ReceiptRecord, at: EpochMs): Coupon[]
}

/** A receipt that comes later has nothing to do with the coupon any more. */
const proofMs = 6 * 60 * 60_000

export const createCouponRedeeming = (ids: Ids): CouponRedeeming => {
  const note = (
    tx: Writer,
    kind: 'use' | 'proof' | 'free',
    coupon: Coupon,
    change: { turn: number; ofId: number | null; receiptId: number | null; worth: Won | null; at: EpochMs },
  ): void => {
    const shop = readShop(tx)
    const { turn, ofId, receiptId, worth, at } = change
    addEntry(tx, {
      id: ids.next(at),
      coupon_id: coupon.id,
      kind,
      turn,
      receipt_id: receiptId,
      customer_id: coupon.customerId,
      of_id: ofId,
      merge_id: null,
      worth,
      place: receiptId === null ? shop.name : placeOf(tx, receiptId),
      at,
      business_date: businessDate(at, shop.closes_at_hour),
    })
  }

  const undo: CouponRedeeming['undo'] = (tx, couponId, at, receiptId = null) => {
    const { coupon, state } = wholeCoupon(tx, couponId)
    if (state.state !== 'used') throw new DangolError('coupon.not-used')
    const { turn, use, worth } = state
    note(tx, 'free', coupon, { turn, ofId: use.id, receiptId, worth, at })
  }

  return {
    find(reader, code) {
      const secret = readSecret(reader)
      const serial = secret === undefined ? null : serialOf(secret, code)
      if (serial === null) throw new DangolError('coupon.forged')
      const coupon = couponWithSerial(reader, serial)
      if (coupon === undefined) throw new DangolError('coupon.not-found')
      return coupon
    },
    check,
    mayTake(reader, redemption) {
      const worth = check(reader, redemption)
      if (worth !== null) return worth
      const { benefit, value, most } = wholeCoupon(reader, redemption.couponId).terms
      return benefit === 'percent' ? (most ?? 0) : value
    },
    redeem(tx, redemption) {
      const worth = check(tx, redemption)
      const { coupon, state } = wholeCoupon(tx, redemption.couponId)
      const { receiptId, at } = redemption
      note(tx, 'use', coupon, { turn: state.turn, ofId: null, receiptId, worth, at })
      return worth
    },
    undo,
    prove(tx, sale, customerId, at) {
      for (const coupon of couponsOf(tx, customerId)) {
        const state = stateOf(eventsOf(tx, coupon.id))
        if (state.state !== 'used' || state.receiptId !== null) continue
        const terms = readTerms(tx, coupon.termsId)
        const apart = Math.abs(sale.received_at - state.use.at)
        if (terms === undefined || apart > proofMs || misfitOf(terms, factsOf(tx, sale)) !== null) continue
        const worth = worthOf(terms, soldItems(tx, sale.id))
        note(tx, 'proof', coupon, { turn: state.turn, ofId: state.use.id, receiptId: sale.id, worth, at })
      }
    },
    freeOf(tx, sale, at) {
      if (!isGivenBack(tx, sale.id)) return []
      return couponsOnReceipt(tx, sale.id).flatMap((id) => {
        const { coupon, state } = wholeCoupon(tx, id)
        if (state.state !== 'used' || state.receiptId !== sale.id) return []
        undo(tx, id, at, sale.id)
        return [coupon]
      })
    },
  }
}

const check: CouponRedeeming['check'] = (reader, { couponId, receiptId, customerId, at }) => {
  const { coupon, terms, state } = wholeCoupon(reader, couponId)
  refuseUnlessOpen(reader, state)
  const sale = receiptId === null ? null : saleOf(reader, receiptId)
  const date = sale?.business_date ?? dayOf(reader, at)
  if (date < coupon.fromDate) throw new DangolError('coupon.not-yet', { from: coupon.fromDate })
  if (coupon.untilDate !== null && date > coupon.untilDate)
    throw new DangolError('coupon.ended', { until: coupon.untilDate })
  const who = sale?.customer_id ?? customerId
  if (terms.personal && who !== null && who !== coupon.customerId)
    throw new DangolError('coupon.other-person')
  if (sale === null) {
    if (!isTime(terms, at, date)) throw new DangolError('coupon.not-now')
    return null
  }
  const misfit = misfitOf(terms, factsOf(reader, sale))
  if (misfit !== null) throw new DangolError(misfit, { least: formatNumber(terms.leastSpend) })
  return worthOf(terms, soldItems(reader, sale.id))
}

const wholeCoupon = (
  reader: Reader,
  couponId: number,
): { readonly coupon: Coupon; readonly terms: Terms; readonly state: CouponState } => {
  const coupon = findCoupon(reader, couponId)
  const terms = coupon === undefined ? undefined : readTerms(reader, coupon.termsId)
  if (coupon === undefined || terms === undefined) throw new DangolError('coupon.not-found')
  return { coupon, terms, state: stateOf(eventsOf(reader, couponId)) }
}

/** When and where, so that the one at the counter can say it. */
const refuseUnlessOpen = (reader: Reader, state: CouponState): void => {
  if (state.state === 'used') {
    const { use, receiptId } = state
    const where = receiptId === null ? use.place : placeOf(reader, receiptId)
    throw new DangolError('coupon.used', { when: whenText(use.at), where })
  }
  if (state.state === 'withdrawn') throw new DangolError('coupon.withdrawn', { when: whenText(state.at) })
}

const whenText = (at: EpochMs): string => `${isoKorea(at).slice(0, 10)} ${clockText(at)}`

const saleOf = (reader: Reader, receiptId: number): ReceiptRecord => {
  const receipt = findReceipt(reader, receiptId)
  if (receipt === undefined) throw new DangolError('receipt.not-found')
  if (receipt.kind === 'refund' || isGivenBack(reader, receiptId))
    throw new DangolError('receipt.not-countable')
  return receipt
}

/** Whole. A sale of nothing but a free item has a total of 0 and still is one. */
const isGivenBack = (reader: Reader, saleId: number): boolean =>
  refundsOf(reader, saleId).length > 0 && remainingOf(reader, saleId) <= 0

const factsOf = (reader: Reader, sale: ReceiptRecord) => ({
  items: soldItems(reader, sale.id),
  total: remainingOf(reader, sale.id),
  discount: sale.discount,
  issuedAt: sale.issued_at,
  date: sale.business_date,
})

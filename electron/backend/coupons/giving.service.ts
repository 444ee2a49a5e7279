import { randomBytes } from 'node:crypto'
import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { dayOf } from '../tiers/day.service.ts'
import { greatestSerial } from './code.ts'
import { type Coupon, stateOf } from './coupon.ts'
import {
  addCoupon,
  addEntry,
  addSecret,
  countGiven,
  couponsOf,
  couponsOfCause,
  eventsOf,
  findCoupon,
  greatestSerialSoFar,
  nextTurn,
  readSecret,
} from './coupons.repo.ts'
import { kindsFor, latestTerms } from './terms.repo.ts'
import { type Terms, validityOf } from './terms.ts'

export interface Gift {
  readonly kindId: number
  readonly customerId: number
  /** What it is given for; for the same cause nobody is given two. */
  readonly cause: string
  readonly at: EpochMs
  /** Counts the days of its validity; today unless it is given ahead of a birthday. */
  readonly day?: BusinessDate
}

/** Coupons come into being and are withdrawn here, inside somebody's unit of work. */
export interface CouponGiving {
  /** @returns null when the kind is switched off, its limits are reached, or the cause has had its coupon. */
  give(tx: Writer, gift: Gift): Coupon | null
  /** To everybody who has reached the occasion: every kind that is given for it. */
  giveFor(tx: Writer, occasion: Terms['occasion'], gift: Omit<Gift, 'kindId'>, tierId?: number): Coupon[]
  /** @returns false when it was used or withdrawn before. */
  withdraw(tx: Writer, couponId: number, at: EpochMs, receiptId?: number | null): boolean
  /** Unused coupons of these causes are taken back. */
  withdrawOf(tx: Writer, customerId: number, causes: (cause: string) => boolean, at: EpochMs): void
  /** Whether a coupon still lies with its owner, neither used nor withdrawn. */
  isOpen(reader: Reader, couponId: number): boolean
  /** What codes are signed with; made with the first coupon. */
  secret(reader: Reader): Uint8Array | null
}

export const createCouponGiving = (ids: Ids): CouponGiving => {
  const withdraw: CouponGiving['withdraw'] = (tx, couponId, at, receiptId = null) => {
    const state = stateOf(eventsOf(tx, couponId))
    const coupon = findCoupon(tx, couponId)
    if (state.state !== 'open' || coupon === undefined) return false
    addEntry(tx, {
      id: ids.next(at),
      coupon_id: couponId,
      kind: 'withdraw',
      turn: state.turn,
      receipt_id: receiptId,
      customer_id: coupon.customerId,
      of_id: null,
      merge_id: null,
      worth: null,
      place: '',
      at,
      business_date: dayOf(tx, at),
    })
    return true
  }

  const give: CouponGiving['give'] = (tx, { kindId, customerId, cause, at, day }) => {
    const kind = latestTerms(tx, kindId)
    if (kind?.active !== true) return null
    const { terms } = kind
    const before = couponsOfCause(tx, customerId, kindId, cause)
    if (before.some((id) => stateOf(eventsOf(tx, id)).state !== 'withdrawn')) return null
    if (terms.perPerson !== null && countGiven(tx, kindId, customerId) >= terms.perPerson) return null
    if (terms.inAll !== null && countGiven(tx, kindId, null) >= terms.inAll) return null
    const today = dayOf(tx, at)
    const { from, until } = validityOf(terms, today, day ?? today)
    if (until !== null && (until < today || until < from)) return null
    const serial = greatestSerialSoFar(tx) + 1
    if (serial > greatestSerial) throw new Error('All coupon serials are used up')
    if (readSecret(tx) === undefined) addSecret(tx, randomBytes(32))
    const id = ids.next(at)
    addCoupon(tx, {
      id,
      serial,
      kind_id: kindId,
      terms_id: terms.id,
      customer_id: customerId,
      cause,
      turn: nextTurn(tx, customerId, kindId, cause),
      from_date: from,
      until_date: until,
      at,
      business_date: today,
    })
    return findCoupon(tx, id) ?? null
  }

  return {
    give,
    giveFor: (tx, occasion, gift, tierId) =>
      kindsFor(tx, occasion)
        .filter((terms) => terms.tierId === null || terms.tierId === tierId)
        .flatMap((terms) => give(tx, { ...gift, kindId: terms.kindId }) ?? []),
    withdraw,
    withdrawOf(tx, customerId, causes, at) {
      for (const coupon of couponsOf(tx, customerId)) if (causes(coupon.cause)) withdraw(tx, coupon.id, at)
    },
    isOpen,
    secret: (reader) => readSecret(reader) ?? null,
  }
}

const isOpen = (reader: Reader, couponId: number): boolean =>
  stateOf(eventsOf(reader, couponId)).state === 'open'

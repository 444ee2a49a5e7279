import { z } from 'zod'
import { errorCodes } from '../errors.ts'
import { slipState } from './counter.ts'
import { method } from './method.ts'
import { rewardTargets } from './rewards.ts'
import { businessDate, epochMs, id, nothing, won } from './values.ts'

const minute = z.number().int().min(0).max(1439)
const someDays = z.number().int().min(1).max(3660)

/** What a coupon promises. */
export const couponTerms = z.strictObject({
  name: z.string().trim().min(1).max(40),
  benefit: z.enum(['amount', 'percent', 'item']),
  /** Won; percent; for an item the most it may cost, 0 for any. */
  value: z.number().int().min(0).max(10_000_000),
  /** The most that a percentage takes off. */
  most: won.min(1).nullable(),
  leastSpend: won.min(0).max(100_000_000),
  /** Bit 0 is Sunday. */
  weekdays: z.number().int().min(1).max(127),
  /** Minutes of the day; equal for all day, the second smaller for past midnight. */
  fromMinute: minute,
  toMinute: minute,
  validFrom: businessDate.nullable(),
  validTo: businessDate.nullable(),
  /** Days from the one on which it is given, or from the birthday that it is given for. */
  validDays: someDays.nullable(),
  perPerson: z.number().int().min(1).max(1_000_000).nullable(),
  inAll: z.number().int().min(1).max(10_000_000).nullable(),
  /** Only for the one whom it was given to. */
  personal: z.boolean(),
  occasion: z.enum(['hand', 'birthday', 'anniversary', 'welcome', 'come-back', 'tier', 'stamp']),
  /** With occasion `tier`: which one; null for every one. */
  tierId: id.nullable(),
  /** Birthdays: so many days ahead. */
  daysBefore: z.number().int().min(0).max(60),
  /** Come-back: after so many days without a visit. */
  absentDays: someDays.nullable(),
  targets: rewardTargets,
})

const couponTermsIn = couponTerms.superRefine((terms, context) => {
  const wrong = (path: string): void => context.addIssue({ code: 'custom', path: [path] })
  if (terms.benefit === 'percent' && (terms.value < 1 || terms.value > 100)) wrong('value')
  if (terms.benefit === 'amount' && terms.value < 1) wrong('value')
  if (terms.validFrom !== null && terms.validTo !== null && terms.validTo < terms.validFrom) wrong('validTo')
  if (terms.occasion === 'come-back' && terms.absentDays === null) wrong('absentDays')
})

export const couponKind = z.strictObject({
  kindId: id,
  active: z.boolean(),
  terms: couponTerms,
  given: z.number().int(),
  used: z.number().int(),
  /** Won that its uses took off. */
  worth: won,
})

const couponState = z.enum(['open', 'used', 'withdrawn', 'ended', 'not-yet'])

/** A coupon in somebody's hand. */
export const heldCoupon = z.strictObject({
  couponId: id,
  code: z.string(),
  customerId: id,
  terms: couponTerms,
  fromDate: businessDate,
  untilDate: businessDate.nullable(),
  givenAt: epochMs,
  state: couponState,
  usedAt: epochMs.nullable(),
  /** Which till's receipt proves it; null for none. */
  usedAtPlace: z.string().nullable(),
  /** Won that its use took off. */
  worth: won.nullable(),
  /** Why it cannot be used now, as an error code; null: it can. */
  refusal: z
    .strictObject({
      code: z.enum(errorCodes),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .nullable(),
  /** Won that it would take off the receipt at hand. */
  wouldTake: won.nullable(),
})

const printed = z.strictObject({ id, number: z.string(), state: slipState }).nullable()

export const couponsProgress = z.strictObject({
  kindId: id,
  done: z.number().int(),
  of: z.number().int(),
  given: z.number().int(),
})

export const couponMethods = {
  'coupons.kinds': method('unlocked', nothing, z.array(couponKind)),
  /** A new kind, or new terms of one: coupons that were given keep theirs. Throws `coupon.kind-not-found`. */
  'coupons.saveKind': method(
    'unlocked',
    z.strictObject({ kindId: id.nullable(), terms: couponTermsIn }),
    z.strictObject({ kindId: id }),
  ),
  /** Switched off, none is given any more; those that were given stay good. */
  'coupons.setActive': method('unlocked', z.strictObject({ kindId: id, active: z.boolean() }), nothing),
  /** The latest coupons of a kind with what became of them. */
  'coupons.ofKind': method(
    'unlocked',
    z.strictObject({ kindId: id, limit: z.number().int().min(1).max(200) }),
    z.array(z.strictObject({ coupon: heldCoupon, maskedName: z.string().nullable() })),
  ),
  /** By hand. Throws `coupon.cannot-give`, `customer.not-found`. */
  'coupons.give': method(
    'unlocked',
    z.strictObject({ kindId: id, customerId: id, print: z.boolean() }),
    z.strictObject({ coupon: heldCoupon, slip: printed }),
  ),
  /** To many, in pieces; who holds an unused one of the kind is left out. Told by `coupons.progress`. */
  'coupons.giveMany': method(
    'unlocked',
    z.strictObject({ kindId: id, customerIds: z.array(id).min(1).max(100_000) }),
    z.strictObject({ given: z.number().int(), leftOut: z.number().int() }),
  ),
  /** Those that can be used first, then those to come; used ones of the last month last. */
  'coupons.ofCustomer': method(
    'unlocked',
    z.strictObject({ customerId: id, receiptId: id.nullable() }),
    z.array(heldCoupon),
  ),
  /** What a scanned or typed code is. Throws `coupon.forged`, `coupon.not-found`. */
  'coupons.look': method(
    'unlocked',
    z.strictObject({ code: z.string().max(40), receiptId: id.nullable(), customerId: id.nullable() }),
    heldCoupon,
  ),
  /**
   * Uses it, once and for all; tied to the receipt, or to the owner's next one. Throws why it cannot be used:
   * `coupon.used` with when and where, `coupon.ended`, `coupon.least-spend`, …
   */
  'coupons.redeem': method(
    'unlocked',
    z.strictObject({ code: z.string().max(40), receiptId: id.nullable(), customerId: id.nullable() }),
    heldCoupon,
  ),
  /** Takes the use back, by an entry. Throws `coupon.not-used`. */
  'coupons.undoUse': method('unlocked', z.strictObject({ couponId: id }), heldCoupon),
  /** Takes an unused coupon back. Throws `coupon.used`, `coupon.withdrawn`. */
  'coupons.withdraw': method('unlocked', z.strictObject({ couponId: id }), nothing),
  /** A small slip with QR and bar code; null without a printer. */
  'coupons.print': method('unlocked', z.strictObject({ couponId: id }), printed),
}

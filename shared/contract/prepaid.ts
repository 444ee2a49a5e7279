import { z } from 'zod'
import { slipState } from './counter.ts'
import { method } from './method.ts'
import { rewardTargets } from './rewards.ts'
import { businessDate, epochMs, id, nothing, won } from './values.ts'

const count = z.number().int().nonnegative()
const units = z.number().int().min(1).max(100_000_000)
const unit = z.enum(['won', 'times'])
const stage = z.enum(['two-months', 'one-month', 'three-days'])
const reason = z.string().trim().min(1).max(200)

/** How a product is sold from a day on. */
const terms = {
  fromDate: businessDate,
  name: z.string().trim().min(1).max(40),
  /** False: no longer sold from that day on. */
  sold: z.boolean(),
  unit,
  /** Won that are paid for it. */
  price: z.number().int().min(1).max(100_000_000),
  /** What is paid for and what comes on top: won, or times. */
  paid: units,
  bonus: count.max(100_000_000),
  /** What one time costs without a pass; null for amounts. */
  singlePrice: z.number().int().min(1).max(100_000_000).nullable(),
  /** At which price uses are counted when a pass is given back. */
  countedAt: z.enum(['normal', 'contract']),
  /** Null: without an end. */
  months: z.number().int().min(12).max(120).nullable(),
  penaltyPercent: z.number().int().min(0).max(10),
  /** Points are given for the receipt that paid for it, for those on which it is used, or not at all. */
  earns: z.enum(['sale', 'use', 'never']),
  targets: rewardTargets,
}
export const prepaidTerms = z.strictObject(terms)

const working = z.strictObject({
  line: z.enum([
    'paid',
    'used-won',
    'used-normal',
    'used-contract',
    'penalty',
    'not-under-threshold',
    'not-below-nought',
    'ended-share',
    'prescribed',
    'rounded',
  ]),
  won,
  /** Times that were used, or a percentage; 0 for none. */
  count,
  /** Won for one time, or what a percentage is of; 0 for none. */
  each: count,
})

/** One that somebody can use now. */
export const usablePrepaid = z.strictObject({
  holdingId: id,
  name: z.string(),
  unit,
  /** Won or times, what came on top with it. */
  left: count,
  bonusLeft: count,
  of: count,
  endsOn: businessDate.nullable(),
  /** Somebody else's of the household. */
  shared: z.boolean(),
  /** The receipt at hand has what it is for. */
  fits: z.boolean(),
})

const slip = z.strictObject({ id, number: z.string(), state: slipState }).nullable()
const moved = z.strictObject({ entryId: id, customerId: id, holdingId: id, left: count, slip })

export const prepaidCheck = z.strictObject({ at: epochMs, holdings: count, entries: count, differing: count })

const because = z.enum(['guest', 'shop'])

export const prepaidMethods = {
  'prepaid.products': method(
    'unlocked',
    nothing,
    z.array(
      z.strictObject({
        productId: id,
        /** How many of those that were sold have something left. */
        open: count,
        terms: z.array(z.strictObject({ ...terms, id, state: z.enum(['past', 'now', 'to-come']) })),
      }),
    ),
  ),
  /** A new product, or new terms of one from a day on. Throws `reward.date-past`, `prepaid.product-not-found`. */
  'prepaid.saveProduct': method(
    'unlocked',
    z
      .strictObject({ productId: id.nullable(), terms: prepaidTerms })
      .refine(({ terms: one }) => (one.unit === 'times') === (one.singlePrice !== null))
      .refine(({ terms: one }) => one.unit === 'times' || one.paid === one.price),
    z.strictObject({ productId: id }),
  ),
  /** What somebody can use now, with what their household shares; what fits the receipt and ends first at the top. */
  'prepaid.atCounter': method(
    'unlocked',
    z.strictObject({ customerId: id, receiptId: id.nullable() }),
    z.array(usablePrepaid),
  ),
  /**
   * Sells one; with the receipt of the customer's that paid for it, where it is there already. Throws
   * `customer.not-found`, `prepaid.product-not-found`, `prepaid.not-sold`, `receipt.not-attached`, `prepaid.receipt-short`.
   */
  'prepaid.sell': method(
    'unlocked',
    z.strictObject({ customerId: id, productId: id, receiptId: id.nullable(), print: z.boolean() }),
    moved,
  ),
  /**
   * Uses won or times of one, with a receipt of the customer's, or before it comes, or without any. Throws
   * `prepaid.too-few`, `prepaid.ended`, `prepaid.closed`, `prepaid.not-theirs`, `receipt.not-attached`.
   */
  'prepaid.use': method(
    'unlocked',
    z.strictObject({
      customerId: id,
      holdingId: id,
      count: units,
      receiptId: id.nullable(),
      print: z.boolean(),
    }),
    moved,
  ),
  /** A sale, a use or a giving back within a minute. Throws `prepaid.undo-too-late`, `prepaid.undone-already`, `prepaid.used-already`. */
  'prepaid.undo': method('unlocked', z.strictObject({ entryId: id }), z.strictObject({ customerId: id })),
  /** A use at any time later, with a reason. Throws `prepaid.not-found`, `prepaid.undone-already`. */
  'prepaid.takeBack': method(
    'unlocked',
    z.strictObject({ entryId: id, reason }),
    z.strictObject({ customerId: id }),
  ),
  /** A later last day; what has ended can be used again. Throws `prepaid.not-later`, `prepaid.closed`. */
  'prepaid.extend': method(
    'unlocked',
    z.strictObject({ holdingId: id, endsOn: businessDate, reason }),
    nothing,
  ),
  /** One from before: a paper card, another program. Uses until now are one entry. Throws as `prepaid.sell`. */
  'prepaid.bring': method(
    'unlocked',
    z.strictObject({
      customerId: id,
      productId: id,
      /** Won or times used until now. */
      used: count.max(100_000_000),
      soldOn: businessDate,
      /** Null: by the product's time. */
      endsOn: businessDate.nullable(),
    }),
    z.strictObject({ holdingId: id }),
  ),
  /** All that somebody was ever sold, newest first, with every entry. */
  'prepaid.ofCustomer': method(
    'unlocked',
    z.strictObject({ customerId: id }),
    z.array(
      z.strictObject({
        holdingId: id,
        productId: id,
        name: z.string(),
        unit,
        price: won,
        paid: count,
        bonus: count,
        left: count,
        bonusLeft: count,
        startsOn: businessDate,
        endsOn: businessDate.nullable(),
        state: z.enum(['open', 'used-up', 'ended', 'given-back', 'void']),
        /** The receipt that paid for it was given back in part: somebody has to look. */
        short: z.boolean(),
        entries: z.array(
          z.strictObject({
            id,
            at: epochMs,
            kind: z.string(),
            count: z.number().int(),
            money: won,
            receiptId: id.nullable(),
            reason: z.string().nullable(),
            /** Of a use: whether anything of it can still be taken back. */
            canTakeBack: z.boolean(),
            working: z.array(working),
          }),
        ),
      }),
    ),
  ),
  /** What would be given back today, with its working; nothing is written. Throws `prepaid.not-found`, `prepaid.closed`. */
  'prepaid.working': method(
    'unlocked',
    z.strictObject({ holdingId: id, because }),
    z.strictObject({
      rule: z.enum(['seven-days', 'mostly-used', 'ended', 'prescribed', 'cancelled', 'shop']),
      place: z.enum(['terms', 'notice']),
      lines: z.array(working),
      won: count,
      /** The most that can be given: what was paid. */
      most: count,
      bonusLeft: count,
      unit,
    }),
  ),
  /**
   * Gives back and closes it. `won` is what the working says or more, in the guest's favour. Throws
   * `prepaid.too-little`, `prepaid.too-much`, `prepaid.closed`.
   */
  'prepaid.giveBack': method(
    'unlocked',
    z.strictObject({ holdingId: id, because, won: count.max(100_000_000) }),
    z.strictObject({ entryId: id, customerId: id }),
  ),
  /** What the shop owes in prepaid: what was paid for in won, and apart from it what came on top. */
  'prepaid.book': method(
    'unlocked',
    nothing,
    z.strictObject({
      open: won,
      bonus: won,
      holdings: count,
      customers: count,
      /** Of those whose data were destroyed. */
      ofNobody: won,
      /** By the month in which they end; '' for those without an end. */
      months: z.array(z.strictObject({ month: z.string(), won, bonus: won, holdings: count })),
      /** Ended, and not five years old yet: what would be given back if all came for it. */
      ended: z.strictObject({ holdings: count, won }),
      lastCheck: prepaidCheck.nullable(),
    }),
  ),
  /** Who is to be told of prepaid that ends, the nearest first. */
  'prepaid.notices': method(
    'unlocked',
    z.strictObject({ stage }),
    z.array(
      z.strictObject({
        holdingId: id,
        customerId: id,
        customerName: z.string(),
        maskedPhone: z.string().nullable(),
        name: z.string(),
        unit,
        left: count,
        endsOn: businessDate,
        told: z.boolean(),
      }),
    ),
  ),
  'prepaid.told': method('unlocked', z.strictObject({ stage, holdingIds: z.array(id).max(2_000) }), nothing),
  /** Counts what is left again from entries; also done every day. */
  'prepaid.check': method('unlocked', nothing, prepaidCheck),
}

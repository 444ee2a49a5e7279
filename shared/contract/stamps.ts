import { z } from 'zod'
import { method } from './method.ts'
import { rewardTargets } from './rewards.ts'
import { businessDate, epochMs, id, nothing, shortText, won } from './values.ts'

const basis = z.enum(['amount', 'product', 'off'])
const length = z.number().int().min(1).max(100)

/** A card's rule from a day on. */
export const stampRule = z.strictObject({
  id,
  fromDate: businessDate,
  name: z.string(),
  basis,
  /** Won for one stamp; null where items are counted. */
  perWon: won.nullable(),
  length,
  /** The coupon that a full card gives. */
  rewardKindId: id.nullable(),
  targets: rewardTargets,
  state: z.enum(['past', 'now', 'to-come']),
})

export const stampCardOf = z.strictObject({
  cardId: id,
  name: z.string(),
  length: z.number().int(),
  /** What lies on the card; below 0 the next stamps are owed. */
  stamps: z.number().int(),
  /** What a full card gives. */
  reward: z.string().nullable(),
  /** What the receipt at hand would give; 0 without one. */
  toCome: z.number().int(),
})

export const stampMethods = {
  'stamps.cards': method(
    'unlocked',
    nothing,
    z.array(z.strictObject({ cardId: id, people: z.number().int(), rules: z.array(stampRule) })),
  ),
  /** A new card, or a new rule of one from a day on. Throws `reward.date-past`, `stamp.card-not-found`, `coupon.kind-not-found`. */
  'stamps.saveRule': method(
    'unlocked',
    z
      .strictObject({
        cardId: id.nullable(),
        fromDate: businessDate,
        name: z.string().trim().min(1).max(40),
        basis,
        perWon: z.number().int().min(1).max(10_000_000).nullable(),
        length,
        rewardKindId: id.nullable(),
        targets: rewardTargets,
      })
      .refine((rule) => (rule.basis === 'amount') === (rule.perWon !== null)),
    z.strictObject({ cardId: id }),
  ),
  /** Cards that are in use, and others on which something lies. */
  'stamps.ofCustomer': method(
    'unlocked',
    z.strictObject({ customerId: id, receiptId: id.nullable() }),
    z.array(stampCardOf),
  ),
  'stamps.history': method(
    'unlocked',
    z.strictObject({ customerId: id, limit: z.number().int().min(1).max(200) }),
    z.array(
      z.strictObject({
        id,
        cardId: id,
        at: epochMs,
        kind: z.enum(['earn', 'take-back', 'fill', 'unfill', 'correction', 'move']),
        stamps: z.number().int(),
        receiptId: id.nullable(),
        reason: z.string().nullable(),
      }),
    ),
  ),
  /** By hand, with a reason. Throws `stamp.card-not-found`, `customer.not-found`. */
  'stamps.correct': method(
    'unlocked',
    z.strictObject({
      customerId: id,
      cardId: id,
      stamps: z
        .number()
        .int()
        .min(-1000)
        .max(1000)
        .refine((stamps) => stamps !== 0),
      reason: shortText.min(1),
    }),
    nothing,
  ),
}

import { z } from 'zod'
import { method } from './method.ts'
import { businessDate, epochMs, id, nothing, shortText } from './values.ts'

const measure = z.enum(['spend', 'visits'])

const tierName = z.strictObject({ tierId: id, name: z.string() })

/** What the tiers take from a day on. */
export const tierPlan = z.strictObject({
  id,
  fromDate: businessDate,
  measure,
  /** Null: everything that was ever bought. */
  windowMonths: z.number().int().nullable(),
  graceDays: z.number().int(),
  /** From the least to the highest; won or visits. */
  levels: z.array(z.strictObject({ tierId: id, name: z.string(), need: z.number().int() })),
  state: z.enum(['past', 'now', 'to-come']),
})

/** Where somebody stands, and what is missing. */
export const tierStanding = z.strictObject({
  measure,
  tier: tierName.nullable(),
  /** From 0; the highest is `count - 1`. */
  rank: z.number().int().nullable(),
  count: z.number().int(),
  counted: z.number().int(),
  next: z.strictObject({ name: z.string(), missing: z.number().int() }).nullable(),
  /** The last day of it, if nothing is bought; 0 missing: it was set by hand. */
  keep: z.strictObject({ until: businessDate, missing: z.number().int() }).nullable(),
  byHand: z.strictObject({ until: businessDate.nullable() }).nullable(),
})

export const tierMethods = {
  /** The plan in force, what is to come, and what was. */
  'tiers.plans': method(
    'unlocked',
    nothing,
    z.strictObject({
      plans: z.array(tierPlan),
      people: z.array(z.strictObject({ tierId: id, people: z.number().int() })),
    }),
  ),
  /** A new plan from a day on; the levels in any order. Throws `reward.date-past`, `tier.not-found`. */
  'tiers.savePlan': method(
    'unlocked',
    z.strictObject({
      fromDate: businessDate,
      measure,
      windowMonths: z.number().int().min(1).max(120).nullable(),
      graceDays: z.number().int().min(0).max(366),
      levels: z
        .array(
          z.strictObject({
            tierId: id.nullable(),
            name: z.string().trim().min(1).max(20),
            need: z.number().int().min(1).max(10_000_000_000),
          }),
        )
        .max(12)
        .refine((levels) => new Set(levels.map((level) => level.need)).size === levels.length),
    }),
    z.strictObject({ planId: id }),
  ),
  /** Null where the shop has no tiers. */
  'tiers.ofCustomer': method('unlocked', z.strictObject({ customerId: id }), tierStanding.nullable()),
  /** Every change with its day and cause, newest first. */
  'tiers.history': method(
    'unlocked',
    z.strictObject({ customerId: id, limit: z.number().int().min(1).max(200) }),
    z.array(
      z.strictObject({
        id,
        date: businessDate,
        at: epochMs,
        before: z.string().nullable(),
        after: z.string().nullable(),
        cause: z.enum(['reached', 'fell', 'taken-back', 'set', 'ended', 'plan', 'moved']),
        counted: z.number().int(),
      }),
    ),
  ),
  /** By hand, until its last day (null: no end); a null tier ends what was set before. Throws `tier.not-found`. */
  'tiers.set': method(
    'unlocked',
    z.strictObject({
      customerId: id,
      tierId: id.nullable(),
      until: businessDate.nullable(),
      reason: shortText,
    }),
    nothing,
  ),
}

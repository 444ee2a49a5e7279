import { z } from 'zod'
import { method } from './method.ts'
import { businessDate, epochMs, id, nothing, points, won } from './values.ts'

const side = z.strictObject({
  id,
  name: z.string(),
  maskedPhone: z.string().nullable(),
  memo: z.string(),
  joinedOn: businessDate,
  visits: z.number().int(),
  spend: won,
  points,
  lastVisit: businessDate.nullable(),
})

/** Why two entries look like one person. */
export const sameReason = z.enum(['phone', 'name', 'similar-name', 'last-digits', 'birthday'])

export const customerJoiningMethods = {
  /** Pairs that may be one person, surest first; at most 100. The first of a pair is the one to keep. */
  'customers.duplicates': method(
    'unlocked',
    nothing,
    z.strictObject({
      pairs: z.array(
        z.strictObject({
          keep: side,
          other: side,
          /** 0 to 100. */
          score: z.number().int(),
          because: z.array(sameReason),
        }),
      ),
      /** How many pairs there are in all; people looked at. */
      count: z.number().int(),
      people: z.number().int(),
    }),
  ),
  /** Two people after all: not proposed again. */
  'customers.notSame': method('unlocked', z.strictObject({ oneId: id, otherId: id }), nothing),
  /** All of `goneId` becomes `customerId`'s. Throws `customer.not-found`, `customer.same`. */
  'customers.merge': method(
    'unlocked',
    z.strictObject({ customerId: id, goneId: id }),
    z.strictObject({ mergeId: id }),
  ),
  /** Takes a merge apart again; what came since stays where it is. Throws `customer.merge-not-found`. */
  'customers.unmerge': method(
    'unlocked',
    z.strictObject({ mergeId: id }),
    z.strictObject({ customerId: id }),
  ),
}

export const customerLeavingMethods = {
  /** Consents withdrawn, ways to reach them removed, figures and history kept. */
  'customers.withdraw': method('unlocked', z.strictObject({ customerId: id }), nothing),
  /** The person is gone for good; sales stay without them. Cannot be undone. */
  'customers.destroy': method('unlocked', z.strictObject({ customerId: id }), nothing),
  /** What is still to be wiped from the ledger's file and its journal. */
  'customers.destructions': method(
    'unlocked',
    nothing,
    z.strictObject({
      destroyed: z.number().int(),
      /** People whose traces are still in the file or the journal. */
      waiting: z.number().int(),
      lastAt: epochMs.nullable(),
      /** How long the counter would about stand still for wiping now, ms. */
      pauseMs: z.number().int(),
      /** The latest hundred, newest first; ids alone, for nothing else is left of them. */
      latest: z.array(
        z.strictObject({
          customerId: id,
          at: epochMs,
          /** Null at the open counter, and where an older copy was put right. */
          by: z.string().nullable(),
          /** When their last trace went; null while there are some. */
          wipedAt: epochMs.nullable(),
        }),
      ),
    }),
  ),
  /** Wipes now, whatever the shop is doing. */
  'customers.wipe': method('unlocked', nothing, z.strictObject({ waiting: z.number().int() })),
}

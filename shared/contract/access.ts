import { z } from 'zod'
import { roles } from '../roles.ts'
import { method } from './method.ts'
import { epochMs, id, nothing, shortText } from './values.ts'

export const accessActions = ['enter', 'failed', 'read', 'change', 'print', 'export'] as const

const month = z.string().regex(/^\d{4}-\d{2}$/)

export const accessMethods = {
  /** Newest first; `beforeId` goes on where a page ended. */
  'access.list': method(
    'unlocked',
    z.strictObject({
      limit: z.number().int().min(1).max(500),
      beforeId: id.optional(),
      month: month.optional(),
      action: z.enum(accessActions).optional(),
      ofCustomer: id.optional(),
    }),
    z.array(
      z.strictObject({
        id,
        at: epochMs,
        /** Null at the open counter. */
        person: z.string().nullable(),
        role: z.enum(roles),
        place: z.string(),
        action: z.enum(accessActions),
        method: z.string(),
        customerId: id.nullable(),
        people: z.number().int().nonnegative(),
      }),
    ),
  ),
  /** Months with entries, newest first, and whether the owner has looked through them. */
  'access.months': method(
    'unlocked',
    nothing,
    z.array(
      z.strictObject({
        month,
        entries: z.number().int(),
        failed: z.number().int(),
        exports: z.number().int(),
        /** Entries outside the shop's own hours are worth a look: between midnight and six. */
        atNight: z.number().int(),
        reviewed: z.strictObject({ at: epochMs, by: z.string().nullable(), remark: z.string() }).nullable(),
      }),
    ),
  ),
  'access.tick': method('unlocked', z.strictObject({ month, remark: shortText.default('') }), nothing),
  /** Goes through the whole chain and every head that is known outside of the ledger. */
  'access.verify': method(
    'unlocked',
    nothing,
    z.strictObject({
      links: z.number().int().nonnegative(),
      heads: z.number().int().nonnegative(),
      /** Empty when all is as it was written. At most 20. */
      faults: z.array(
        z.strictObject({
          what: z.enum([
            'link-missing',
            'link-changed',
            'entry-missing',
            'entry-changed',
            'entry-unchained',
            'rolled-back',
          ]),
          seq: z.number().int(),
        }),
      ),
      at: epochMs,
    }),
  ),
}

import { z } from 'zod'
import { method } from './method.ts'
import { epochMs, nothing } from './values.ts'

/** Pages and indexes of the file; the access log's chain; balances against their entries; sums against receipts. */
export const healthParts = ['pages', 'chain', 'points', 'sums'] as const

export const healthState = z.strictObject({
  running: z.boolean(),
  /** Null before the first one. */
  last: z
    .strictObject({
      at: epochMs,
      took: z.number().int().nonnegative(),
      /** Empty when all is well. */
      faults: z.array(z.enum(healthParts)),
      receipts: z.number().int(),
      customers: z.number().int(),
    })
    .nullable(),
})

export const healthMethods = {
  'health.state': method('unlocked', nothing, healthState),
  /** Looks through the whole ledger beside everything else that goes on; resolves when it is done. */
  'health.run': method('unlocked', nothing, healthState),
}

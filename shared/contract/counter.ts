import { z } from 'zod'
import { method } from './method.ts'
import { epochMs, id, nothing, points, won } from './values.ts'

export const slipState = z.enum(['queued', 'sent', 'confirmed', 'unknown', 'failed'])

export const attachResult = z.strictObject({
  receiptId: id,
  customerId: id,
  pointsGiven: points,
  balance: points,
  /** Null when nothing was to be printed. */
  slip: z.strictObject({ id, number: z.string(), state: slipState }).nullable(),
})

export const counterMethods = {
  /** Attaches a receipt, gives its points and prints the slip: one unit of work, then the print. Idempotent. */
  'counter.attach': method(
    'unlocked',
    z.strictObject({ receiptId: id, customerId: id, print: z.boolean() }),
    attachResult,
  ),
  /** Takes the receipt off its customer; the points go back by entries. */
  'counter.detach': method('unlocked', z.strictObject({ receiptId: id }), nothing),
  /** The customer at the counter takes the next receipt; null lets them go. */
  'counter.takeNext': method(
    'unlocked',
    z.strictObject({ customerId: id.nullable(), print: z.boolean() }),
    nothing,
  ),
  'counter.waiting': method(
    'unlocked',
    nothing,
    z.strictObject({ customerId: id, name: z.string(), since: epochMs }).nullable(),
  ),
  'counter.today': method(
    'unlocked',
    nothing,
    z.strictObject({
      receipts: z.number().int(),
      net: won,
      attached: z.number().int(),
      review: z.number().int(),
    }),
  ),
}

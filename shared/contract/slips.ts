import { z } from 'zod'
import { slipState } from './counter.ts'
import { deviceId, printPurpose } from './devices.ts'
import { method } from './method.ts'
import { epochMs, id, nothing } from './values.ts'

const slipSeen = {
  id,
  number: z.string(),
  at: epochMs,
  /** 0 for the first print, then 1, 2, … as the mark on the paper says. */
  copy: z.number().int(),
  purpose: printPurpose,
  printerId: z.string(),
  printerName: z.string(),
}

export const slipMethods = {
  /** Prints a slip again, marked 재출력 with the same number. */
  'slips.reprint': method(
    'unlocked',
    z.strictObject({ slipId: id }),
    z.strictObject({ id, number: z.string(), state: slipState }),
  ),
  /** The slips as the on-screen printer shows them, newest first. */
  'slips.recent': method(
    'unlocked',
    z.strictObject({ limit: z.number().int().min(1).max(50) }),
    z.array(
      z.strictObject({
        id,
        number: z.string(),
        at: epochMs,
        state: slipState,
        /** False while it waits or is being sent; `sent` and settled is all that a printer without a way back tells. */
        settled: z.boolean(),
        /** Called off by a person before it began. */
        cancelled: z.boolean(),
        reprint: z.boolean(),
        printerName: z.string(),
        svg: z.string(),
      }),
    ),
  ),
  /**
   * What is on its way, oldest first (the first 100 of `waitingCount`), and what ended in the dark and nobody has
   * looked after yet, newest first (at most 50).
   */
  'slips.queue': method(
    'unlocked',
    nothing,
    z.strictObject({
      waiting: z.array(z.strictObject({ ...slipSeen, state: z.enum(['queued', 'sent']) })),
      waitingCount: z.number().int(),
      unclear: z.array(z.strictObject({ ...slipSeen, state: z.enum(['unknown', 'failed']) })),
    }),
  ),
  /** Takes a slip out of the queue; `slip.begun` when the printer has it already. It can still be printed again. */
  'slips.cancel': method('unlocked', z.strictObject({ slipId: id }), nothing),
  /** Lets a waiting slip come out elsewhere: `slip.begun`, `printer.not-found`, `slip.too-wide`. */
  'slips.move': method('unlocked', z.strictObject({ slipId: id, printerId: deviceId }), nothing),
  /** Somebody has looked after these slips: they came out, or are not wanted. */
  'slips.seen': method('unlocked', z.strictObject({ slipIds: z.array(id).min(1).max(50) }), nothing),
}

import { z } from 'zod'
import { method } from './method.ts'
import { businessDate, epochMs, id, nothing, points, won } from './values.ts'

export const receiptKind = z.enum(['sale', 'refund', 'order'])

/** One receipt in the counter's list. */
export const receiptRow = z.strictObject({
  id,
  kind: receiptKind,
  issuedAt: epochMs,
  receivedAt: epochMs,
  businessDate,
  total: won,
  receiptNumber: z.string().nullable(),
  lines: z.array(z.strictObject({ name: z.string(), quantity: z.number(), amount: won })),
  customer: z.strictObject({ id, maskedName: z.string(), points }).nullable(),
  /** Points that this receipt gave (negative: took back) as its entries stand; 0 without a customer. */
  pointsGiven: points,
  /** What it would give now if it were attached. */
  pointsToGive: points,
})

export const paperLine = z.strictObject({
  text: z.string(),
  align: z.enum(['left', 'center', 'right']),
  runs: z.array(
    z.strictObject({
      text: z.string(),
      column: z.number().int(),
      width: z.number().int(),
      height: z.number().int(),
      bold: z.boolean(),
      underline: z.boolean(),
      inverse: z.boolean(),
    }),
  ),
})

/** A paper that was kept and not understood: 확인 필요. */
export const reviewRow = z.strictObject({
  paperId: id,
  receivedAt: epochMs,
  sourceName: z.string(),
  kind: z.string(),
  problems: z.array(z.string()),
  total: won.nullable(),
})

/** A paper that nobody waits for any more. */
export const settledRow = reviewRow.extend({
  said: z.enum(['dismissed', 'one-sale', 'two-sales', 'refund-of']),
})

const twin = z.strictObject({ paperId: id, receivedAt: epochMs, receipt: receiptRow })

export const paperView = z.strictObject({
  paperId: id,
  receivedAt: epochMs,
  kind: z.string(),
  profile: z.string().nullable(),
  confidence: z.number(),
  problems: z.array(z.string()),
  total: won.nullable(),
  columns: z.number().int(),
  lines: z.array(paperLine),
  images: z.array(
    z.strictObject({
      line: z.number().int(),
      widthDots: z.number().int(),
      heightDots: z.number().int(),
      /** PNG or 1-bit data as a data URL; null where it was not kept. */
      dataUrl: z.string().nullable(),
    }),
  ),
  /** Bar and QR codes: what they say, before which line they stand. */
  codes: z.array(z.strictObject({ line: z.number().int(), symbology: z.string(), text: z.string() })),
})

export const receiptMethods = {
  'receipts.recent': method(
    'unlocked',
    z.strictObject({ limit: z.number().int().min(1).max(100) }),
    z.array(receiptRow),
  ),
  'receipts.paper': method('unlocked', z.strictObject({ receiptId: id }), paperView),
  'review.list': method('unlocked', nothing, z.array(reviewRow)),
  'review.paper': method('unlocked', z.strictObject({ paperId: id }), paperView),
  /** The two receipts of papers that nothing tells apart. */
  'review.twins': method(
    'unlocked',
    z.strictObject({ paperId: id }),
    z.strictObject({ earlier: twin, own: twin }),
  ),
  /** One sale printed twice: one receipt leaves the ledger. Two sales: both stay. */
  'review.answerRepeat': method(
    'unlocked',
    z.strictObject({ paperId: id, answer: z.enum(['one-sale', 'two-sales']) }),
    nothing,
  ),
  /** Sales that a refund without its sale may give back, likeliest first; of one business day, or of the last weeks. */
  'review.sales': method(
    'unlocked',
    z.strictObject({ paperId: id, day: businessDate.nullable() }),
    z.array(receiptRow),
  ),
  'review.joinRefund': method('unlocked', z.strictObject({ paperId: id, receiptId: id }), nothing),
  /** Dismissed and answered papers, the latest of each. */
  'review.settled': method('unlocked', nothing, z.array(settledRow)),
  /** Takes back a dismissal or an answer: the paper is asked about again. */
  'review.restore': method('unlocked', z.strictObject({ paperId: id }), nothing),
  /** "This is no sale": the paper stays kept and leaves the list. */
  'review.dismiss': method('unlocked', z.strictObject({ paperId: id }), nothing),
}

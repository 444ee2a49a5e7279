import { z } from 'zod'
import { documentKinds, paymentMethods } from '../reading.ts'
import { dateOrders } from '../taught/date.ts'

const roles = [
  'pay-total',
  'total',
  'subtotal',
  'gross',
  'refunded',
  'approved',
  'discount',
  'vat',
  'supply',
  'exempt',
  'service',
  'delivery',
  'payment',
  'received',
  'change',
  'aside',
] as const

const isPattern = (source: string): boolean => {
  try {
    return new RegExp(source, 'm').source !== ''
  } catch {
    return false
  }
}

/** A regular expression over the paper's lines without blanks; `^` and `$` are a line's ends. */
const pattern = z.string().min(2).max(120).refine(isPattern, 'not a regular expression')

/** Words for one meaning, as printed or without their blanks. */
const label = z.strictObject({
  role: z.enum(roles),
  method: z.enum(paymentMethods).optional(),
  /** Up to 9 it competes with the common labels; more is for what an owner has pointed at. */
  rank: z.number().min(0).max(30).optional(),
  words: z.array(z.string().min(1).max(24)).min(1).max(40),
})

/** Text of a line without blanks. */
const packed = z.string().min(1).max(80)

/** What an owner has pointed at on the paper itself. */
const taught = z.strictObject({
  list: z
    .strictObject({
      head: packed.optional(),
      rule: z.number().int().min(1).max(30).optional(),
      columns: z
        .array(
          z.strictObject({
            role: z.enum(['name', 'list', 'unit', 'quantity', 'discount', 'tax', 'amount']),
            right: z.number().int().min(0).max(300),
          }),
        )
        .min(1)
        .max(8),
      endsAtRule: z.boolean(),
    })
    .optional(),
  date: z
    .strictObject({ label: z.string().max(40), order: z.enum(dateOrders), form: z.string().max(60) })
    .optional(),
  numberLabel: packed.optional(),
  cancelWords: z.array(packed).max(8).optional(),
  reprintWords: z.array(packed).max(8).optional(),
  /** Papers of this layout are no sales and are put aside. */
  notSale: z.boolean().optional(),
  /** A sale of this layout counts although its words speak for this kind. */
  despite: z.enum(documentKinds).optional(),
})

/**
 * A profile as data: how a layout is recognised, and in what it differs from what the generic reading would
 * take for likely. It can be exported as a file and imported in another shop.
 */
export const profileSchema = z.strictObject({
  name: z.string().min(1).max(60),
  /** All of these have to occur on the paper. */
  fingerprint: z.array(pattern).min(1).max(8),
  labels: z.array(label).max(60),
  /** Roles of the figures of an item, left to right; empty where the head says them. */
  columns: z.array(z.enum(['list', 'unit', 'quantity', 'discount', 'tax', 'amount'])).max(6),
  quirks: z.strictObject({
    /** What a counted paper of this layout is, where the words could mislead. */
    kind: z.enum(documentKinds).optional(),
    /** Signs printed before names that are marks, not letters (`P` for point items). */
    nameMarks: z.string().min(1).max(8).optional(),
  }),
  /** Name of the fixture that shows this layout. */
  sample: z.string().max(80),
  taught: taught.optional(),
})

export type ProfileData = z.infer<typeof profileSchema>

import { z } from 'zod'
import { conditionNames } from '../slips/conditions.ts'
import { listIds } from '../slips/fields.ts'
import { automaticSlipKinds, personSlipKinds, slipKinds } from '../slips/kinds.ts'
import { method } from './method.ts'
import { epochMs, id, nothing } from './values.ts'

/** A block is printed when all of its conditions hold. `days` for those that ask for a number of them. */
export const slipCondition = z.strictObject({
  is: z.enum(conditionNames),
  not: z.boolean(),
  days: z.number().int().min(1).max(1830).nullable(),
})

const when = z.array(slipCondition).max(4)
const align = z.enum(['left', 'center'])
/** Up to twelve lines; fields in braces. */
const words = z
  .string()
  .max(400)
  .refine((text) => text.split('\n').length <= 12)

/** One piece of a slip. What a field does not know leaves its line out. */
export const templateBlock = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: words,
    align,
    /** 1 × 1, 1 × 2, 2 × 2, 3 × 3; what does not fit on its line is printed smaller. */
    size: z.enum(['normal', 'tall', 'large', 'huge']),
    bold: z.boolean(),
    inverse: z.boolean(),
    when,
  }),
  z.strictObject({
    type: z.literal('columns'),
    left: z.string().max(120),
    right: z.string().max(120),
    bold: z.boolean(),
    when,
  }),
  z.strictObject({ type: z.literal('list'), of: z.enum(listIds), align, when }),
  z.strictObject({ type: z.literal('line'), look: z.enum(['thin', 'double', 'dashed']), when }),
  z.strictObject({ type: z.literal('space'), lines: z.number().int().min(1).max(6), when }),
  z.strictObject({
    type: z.literal('logo'),
    pictureId: id.nullable(),
    width: z.enum(['small', 'middle', 'full']),
    when,
  }),
  z.strictObject({ type: z.literal('stamps'), when }),
  z.strictObject({ type: z.literal('qr'), content: z.string().max(200), when }),
  z.strictObject({ type: z.literal('bars'), content: z.string().max(60), when }),
  z.strictObject({ type: z.literal('cut'), when }),
])

const kind = z.enum(slipKinds)
const blocks = z.array(templateBlock).min(1).max(80)
const columns = z.union([z.literal(32), z.literal(42), z.literal(48)])
/** Whose values are shown; null for an example. */
const customerId = id.nullable()

/** Something that would not come out as it was written. `block` is its place; null where it is about all of it. */
export const templateTrouble = z.strictObject({
  block: z.number().int().nonnegative().nullable(),
  is: z.enum([
    'unprintable',
    'unknown-field',
    'field-elsewhere',
    'code-not-ascii',
    'code-too-long',
    'no-picture',
    'no-coupon-code',
  ]),
  /** What it is about, as it was written. */
  text: z.string(),
  /** What is printed in its place; null where nothing is. */
  instead: z.string().nullable(),
})

/** At most what fits on narrow paper at its full width, and not taller than a slip's head should be. */
export const pictureLimits = { width: 384, height: 288 } as const

export const slipTemplateMethods = {
  /** Every kind with what is in force of it. `own` is false for the ready-made one; `automatic` null where it cannot be. */
  'slipTemplates.list': method(
    'unlocked',
    nothing,
    z.array(
      z.strictObject({
        kind,
        own: z.boolean(),
        savedAt: epochMs.nullable(),
        automatic: z.boolean().nullable(),
      }),
    ),
  ),
  /** The blocks in force and the ready-made ones of that kind. */
  'slipTemplates.get': method(
    'unlocked',
    z.strictObject({ kind }),
    z.strictObject({ kind, own: z.boolean(), blocks, readyMade: blocks }),
  ),
  /** A new version, in force at once; null goes back to the ready-made one. Throws `slip.picture-not-found`. */
  'slipTemplates.save': method('unlocked', z.strictObject({ kind, blocks: blocks.nullable() }), nothing),
  'slipTemplates.setAutomatic': method(
    'unlocked',
    z.strictObject({ kind: z.enum(automaticSlipKinds), on: z.boolean() }),
    nothing,
  ),
  /** Blocks that need not be saved, drawn from the very bytes that would be printed. Throws `customer.not-found`. */
  'slipTemplates.preview': method(
    'unlocked',
    z.strictObject({ kind, blocks, columns, customerId }),
    z.strictObject({
      svg: z.string(),
      troubles: z.array(templateTrouble),
      /** Places of the blocks that are not printed for these values. */
      leftOut: z.array(z.number().int().nonnegative()),
    }),
  ),
  /** One such print on the printer that slips go to; not kept. Throws `printer.none`, `printer.away` and the like. */
  'slipTemplates.test': method('unlocked', z.strictObject({ kind, blocks, customerId }), nothing),
  /** A picture for the head of slips: one byte a dot, row by row, 0 black to 255 white, in base64. */
  'slipTemplates.addPicture': method(
    'unlocked',
    z.strictObject({
      width: z.number().int().min(8).max(pictureLimits.width),
      height: z.number().int().min(8).max(pictureLimits.height),
      gray: z.base64().max(Math.ceil((pictureLimits.width * pictureLimits.height) / 3) * 4),
    }),
    z.strictObject({ pictureId: id }),
  ),
  /** Tier card, invitation, welcome or survey for somebody; null where no printer is switched on. */
  'slipTemplates.print': method(
    'unlocked',
    z.strictObject({ kind: z.enum(personSlipKinds), customerId: id }),
    z.strictObject({ slip: z.strictObject({ id, number: z.string() }).nullable() }),
  ),
}

export type SlipCondition = z.infer<typeof slipCondition>
export type TemplateBlock = z.infer<typeof templateBlock>
export type TemplateTrouble = z.infer<typeof templateTrouble>
export type BlockType = TemplateBlock['type']
export type BlockOf<T extends BlockType> = Extract<TemplateBlock, { type: T }>

import { z } from 'zod'
import { businessDate, id } from './values.ts'

const unit = z.enum(['day', 'week', 'month', 'year'])
const many = z.number().int().min(0).max(1_000_000_000_000)
const at = z.enum(['least', 'most'])
const when = z.enum(['in', 'before', 'after'])
const contains = z.string().trim().min(1).max(40)
export const textFields = ['name', 'memo', 'phone', 'address', 'foundBy', 'allergies', 'cautions'] as const

/** Days that a rule looks at, always seen from the day as of which it is asked. */
export const period = z.discriminatedUnion('of', [
  /** The last so many days, weeks, … with the day itself as the last one: "지난 3개월". */
  z.strictObject({ of: z.literal('last'), count: z.number().int().min(1).max(1000), unit }),
  /** A month or year of the calendar, so many before the one that runs: "이번 달" is 0, "작년" is 1. */
  z.strictObject({
    of: z.literal('calendar'),
    unit: z.enum(['month', 'year']),
    back: z.number().int().min(0).max(120),
  }),
  /** Both ends included. */
  z.strictObject({ of: z.literal('between'), from: businessDate, to: businessDate }),
])
export type Period = z.infer<typeof period>

export const stages = ['new', 'growing', 'regular', 'at-risk', 'lost', 'returned'] as const
export const stage = z.enum(stages)
export type Stage = z.infer<typeof stage>

/** What somebody bought: one product, all of a category, or every product with these letters in its name. */
const goods = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('product'), id }),
  z.strictObject({ kind: z.literal('category'), id }),
  z.strictObject({ kind: z.literal('name'), text: contains }),
])
export type Goods = z.infer<typeof goods>

/** One thing that is true of a customer or not. Money in won, `rhythm` and `away` in days. */
export const condition = z.discriminatedUnion('is', [
  /** Since ever. `average` is won a visit; `rhythm` the usual days between visits; `away` the days since the last. */
  z.strictObject({
    is: z.literal('figure'),
    of: z.enum(['visits', 'spend', 'average', 'points', 'rhythm', 'away']),
    at,
    value: many,
  }),
  z.strictObject({
    is: z.literal('during'),
    of: z.enum(['visits', 'spend', 'average']),
    period,
    at,
    value: many,
  }),
  z.strictObject({
    is: z.literal('date'),
    of: z.enum(['first', 'last', 'joined']),
    when,
    period,
  }),
  /** Visits on these weekdays (0 = Sunday, of the business day) between these hours of the clock. */
  z.strictObject({
    is: z.literal('time'),
    weekdays: z.array(z.number().int().min(0).max(6)).min(1).max(7),
    fromHour: z.number().int().min(0).max(23),
    toHour: z.number().int().min(1).max(24),
    period: period.nullable(),
    value: many.min(1),
  }),
  /** Pieces or won of something; a null period is all time. */
  z.strictObject({
    is: z.literal('bought'),
    what: goods,
    count: z.enum(['pieces', 'won']),
    period: period.nullable(),
    at,
    value: many,
  }),
  z.strictObject({ is: z.literal('stage'), stages: z.array(stage).min(1).max(stages.length) }),
  z.strictObject({
    is: z.literal('score'),
    of: z.enum(['recency', 'frequency', 'money']),
    from: z.number().int().min(1).max(5),
    to: z.number().int().min(1).max(5),
  }),
  z.strictObject({ is: z.literal('member'), segmentId: id }),
  z.strictObject({
    is: z.literal('consent'),
    of: z.enum(['required', 'marketing', 'night', 'details', 'sensitive', 'sharing']),
    given: z.boolean(),
  }),
  z.strictObject({ is: z.literal('tag'), tagId: id }),
  z.strictObject({ is: z.literal('tier'), tierId: id }),
  z.strictObject({ is: z.literal('gender'), of: z.enum(['female', 'male', 'other']) }),
  /** The birthday, or one of the anniversaries, falls within so many days from the day itself on (lunar ones too). */
  z.strictObject({
    is: z.literal('occasion'),
    of: z.enum(['birthday', 'anniversary']),
    withinDays: z.number().int().min(0).max(366),
  }),
  z.strictObject({ is: z.literal('text'), of: z.enum(textFields), contains }),
  /** A field of the shop's own. */
  z.strictObject({
    is: z.literal('field'),
    fieldId: id,
    test: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('filled') }),
      z.strictObject({ kind: z.literal('text'), contains }),
      z.strictObject({ kind: z.literal('choice'), name: z.string().min(1).max(100) }),
      z.strictObject({ kind: z.literal('number'), at, value: z.number().min(-1e12).max(1e12) }),
      z.strictObject({ kind: z.literal('date'), when, period }),
    ]),
  }),
])
export type Condition = z.infer<typeof condition>

/** Conditions joined by and, or, not. */
export type Rule =
  | Condition
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule }

const joined = (inner: z.ZodType<Rule>): z.ZodType<Rule> =>
  z.union([
    inner,
    z.strictObject({ all: z.array(inner).max(20).readonly() }),
    z.strictObject({ any: z.array(inner).max(20).readonly() }),
    z.strictObject({ not: inner }),
  ])

const flat: z.ZodType<Rule> = condition

/** Four levels deep, which no input can exceed. An empty `all` is everybody, an empty `any` nobody. */
export const rule: z.ZodType<Rule> = joined(joined(joined(joined(flat))))

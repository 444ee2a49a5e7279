import { z } from 'zod'
import { method } from './method.ts'
import { rule } from './segment-rule.ts'
import { businessDate, id, nothing, won } from './values.ts'

const days = z.number().int().min(1).max(3650)
const times = z.number().min(1).max(20)
const score = z.number().int().min(1).max(5)
const scores = z
  .strictObject({ from: score, to: score })
  .refine(({ from, to }) => from <= to)
  .readonly()
/** Four limits, ascending: who reaches none of them scores 1, who reaches all 5. */
const limits = z
  .array(z.number().min(0).max(1_000_000_000_000))
  .length(4)
  .refine((given) => given.every((limit, place) => place === 0 || limit >= (given[place - 1] ?? 0)))
  .readonly()

/** A box of scores with the shop's own name for it; null is the name of the word list. */
const box = z.strictObject({
  id: z.number().int().min(21).max(60),
  name: z.string().trim().min(1).max(30).nullable(),
  recency: scores,
  frequency: scores,
  money: scores,
})
export type Box = z.infer<typeof box>

/** The limits by which the ready groups are filled. */
export const segmentSettings = z.strictObject({
  /** Somebody is new, or back again, for so many days. */
  newDays: days,
  /** Away for so many days is absent, where there are under three visits and thus no own rhythm. */
  plainDays: days,
  /** Own rhythm or not: under so many days nobody is missed, under twice as many nobody is lost. */
  leastDays: days,
  /** So many times the own rhythm is a sign of leaving, and so many times it is gone. */
  riskTimes: times,
  lostTimes: times,
  /** From so many visits on somebody is a regular. */
  regularVisits: z.number().int().min(2).max(1000),
  vip: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('share'), percent: z.number().int().min(1).max(50) }),
    z.strictObject({ by: z.literal('spend'), won: won.min(1).max(1_000_000_000_000) }),
  ]),
  bins: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('quantile') }),
    z.strictObject({
      by: z.literal('limits'),
      /** Days since the last visit, visits, won. */
      recency: limits,
      frequency: limits,
      money: limits,
    }),
  ]),
  /** The first that fits wins. */
  boxes: z
    .array(box)
    .max(20)
    .refine((boxes) => new Set(boxes.map((one) => one.id)).size === boxes.length)
    .readonly(),
})
export type SegmentSettings = z.infer<typeof segmentSettings>

export const segmentKind = z.enum(['ready', 'stage', 'box', 'own'])

/** A group with how many are in it now, and who came and went within the last thirty days that were kept. */
const segmentRow = z.strictObject({
  id,
  kind: segmentKind,
  /** Null: the word list has it by its id. */
  name: z.string().nullable(),
  /** Null of the ready ones: their words come from the settings. */
  rule: rule.nullable(),
  count: z.number().int(),
  entered: z.number().int(),
  left: z.number().int(),
})

const segmentName = z.string().trim().min(1).max(40)
const named = z.strictObject({ id, name: z.string() })
const someone = z.strictObject({ customerId: id, name: z.string(), on: businessDate })

export const segmentMethods = {
  /** `keptTo` is the last business day of which membership is kept; null before the first. */
  'segments.list': method(
    'unlocked',
    nothing,
    z.strictObject({
      asOf: businessDate,
      keptTo: businessDate.nullable(),
      people: z.number().int(),
      segments: z.array(segmentRow),
    }),
  ),
  /** How many a rule finds now, and some of them by name. */
  'segments.count': method(
    'unlocked',
    z.strictObject({ rule }),
    z.strictObject({ count: z.number().int(), people: z.number().int(), some: z.array(z.string()) }),
  ),
  /** Everybody whom a rule finds now, ascending: to be opened as a sheet. */
  'segments.members': method('unlocked', z.strictObject({ rule }), z.strictObject({ ids: z.array(id) })),
  /** Without an id it is a new group. Throws `segment.name-taken`, `segment.not-found`, `segment.circular`. */
  'segments.save': method(
    'unlocked',
    z.strictObject({ id: id.nullable(), name: segmentName, rule }),
    z.strictObject({ id }),
  ),
  /** Of the own ones; it can be brought back. Throws `segment.in-use` while another one refers to it. */
  'segments.remove': method('unlocked', z.strictObject({ id }), nothing),
  'segments.bringBack': method('unlocked', z.strictObject({ id }), nothing),
  'segments.compare': method(
    'unlocked',
    z.strictObject({ a: id, b: id }),
    z.strictObject({ onlyA: z.number().int(), both: z.number().int(), onlyB: z.number().int() }),
  ),
  /** How a group came to be what it is: its size by kept day, and the latest who entered and left. */
  'segments.history': method(
    'unlocked',
    z.strictObject({ id, days: z.number().int().min(1).max(3700) }),
    z.strictObject({
      days: z.array(
        z.strictObject({
          date: businessDate,
          members: z.number().int(),
          entered: z.number().int(),
          left: z.number().int(),
        }),
      ),
      entered: z.array(someone),
      left: z.array(someone),
    }),
  ),
  /** Everybody who was in a group between two days, by the stage in which they are now. */
  'segments.flow': method(
    'unlocked',
    z.strictObject({ id, from: businessDate, to: businessDate }),
    z.strictObject({
      people: z.number().int(),
      now: z.array(z.strictObject({ segmentId: id, count: z.number().int() })),
    }),
  ),
  /** Those of them who are in one of these stages now, ascending; `into` null: no longer in any, `all`: whatever they are. */
  'segments.flowMembers': method(
    'unlocked',
    z.strictObject({ id, from: businessDate, to: businessDate, into: id.nullable().or(z.literal('all')) }),
    z.strictObject({ ids: z.array(id) }),
  ),
  /** What rules can refer to, by name. */
  'segments.choices': method(
    'unlocked',
    nothing,
    z.strictObject({
      products: z.array(named),
      categories: z.array(named),
      tags: z.array(named),
      tiers: z.array(named),
      fields: z.array(
        z.strictObject({
          id,
          name: z.string(),
          kind: z.enum(['text', 'number', 'date', 'choice']),
          choices: z.array(z.string()),
        }),
      ),
    }),
  ),
  'segments.settings': method('unlocked', nothing, segmentSettings),
  'segments.saveSettings': method('unlocked', segmentSettings, nothing),
}

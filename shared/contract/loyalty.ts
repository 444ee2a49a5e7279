import { z } from 'zod'
import { slipState } from './counter.ts'
import { method } from './method.ts'
import { businessDate, epochMs, id, nothing, points, shortText, won } from './values.ts'

export const bonusKind = z.enum(['first-visit', 'friend', 'survey', 'review', 'birthday'])
const handBonus = z.enum(['friend', 'survey', 'review'])

const count = z.number().int().nonnegative()

/** Whether nothing is said of one thing twice. */
const differ = (things: readonly string[]): boolean => new Set(things).size === things.length

/** What a rule says; see `points_rule`. One percent is 100 points for 10,000 won. */
const ruleWords = {
  fromDate: businessDate,
  way: z.enum(['percent', 'amount']),
  carries: z.boolean(),
  leastSpend: count.max(1_000_000),
  lifetimeMonths: z.number().int().min(1).max(120).nullable(),
  birthdayDays: count.max(31),
  /** Tier 0 and method '' stand for all that are not named. */
  rates: z
    .array(
      z.strictObject({
        tierId: count,
        method: z.string().max(20),
        points: count.max(10_000),
        perWon: z.number().int().min(1).max(1_000_000),
      }),
    )
    .min(1)
    .max(60)
    .refine((rates) => differ(rates.map(({ tierId, method }) => `${tierId} ${method}`))),
  excludedItems: z.array(shortText.min(1)).max(200),
  excludedCategories: z.array(id).max(100),
  bonuses: z
    .array(z.strictObject({ kind: bonusKind, points: z.number().int().min(1).max(1_000_000) }))
    .max(5)
    .refine((bonuses) => differ(bonuses.map(({ kind }) => kind))),
}
export const proposedRule = z.strictObject(ruleWords)
export const listedRule = z.strictObject({
  ...ruleWords,
  id,
  madeAt: epochMs,
  state: z.enum(['ahead', 'holds', 'past', 'withdrawn']),
})

/** One rule over a year's receipts. */
const tried = z.strictObject({
  /** Points given for sales, which is what they cost in won. */
  points,
  /** Sales that gave any. */
  sales: count,
  customers: count,
})

const stage = z.enum(['two-months', 'one-month', 'three-days'])

export const pointsCheck = z.strictObject({
  at: epochMs,
  customers: count,
  entries: count,
  /** Sums of entries, of balances as they are kept, and of what is left in lots less what is owed. */
  balances: points,
  lots: points,
  claims: count,
  /** Customers of whom the three do not agree. */
  differing: count,
})

export const loyaltyMethods = {
  /** What stands at the counter: what this receipt would give, what can be used now. */
  'points.atCounter': method(
    'unlocked',
    z.strictObject({ customerId: id, receiptId: id.nullable() }),
    z.strictObject({
      /** Null without a receipt. */
      gives: points.nullable(),
      balance: points,
      usable: count,
      /** Of what can be used, what belongs to others of the household. */
      shared: count,
      least: count,
      /** Taken back and not there: settled with the next points. */
      claim: count,
      /** The next points that end. */
      nextEnd: z.strictObject({ on: businessDate, points: count }).nullable(),
      bonuses: z.array(z.strictObject({ kind: handBonus, points: count })),
    }),
  ),
  /** Uses points with a receipt of the customer's, or before it comes; prints a slip where asked. */
  'points.use': method(
    'unlocked',
    z.strictObject({
      customerId: id,
      points: z.number().int().min(1).max(100_000_000),
      receiptId: id.nullable(),
      print: z.boolean(),
    }),
    z.strictObject({
      actionId: id,
      balance: points,
      slip: z.strictObject({ id, number: z.string(), state: slipState }).nullable(),
    }),
  ),
  /** Within a minute, by entries. */
  'points.undo': method(
    'unlocked',
    z.strictObject({ actionId: id }),
    z.strictObject({ customerId: id, balance: points }),
  ),
  'points.correct': method(
    'unlocked',
    z.strictObject({
      customerId: id,
      points: z.number().int().min(-10_000_000).max(10_000_000),
      reason: z.string().trim().min(1).max(200),
    }),
    z.strictObject({ actionId: id, balance: points }),
  ),
  /** `friendId`: who was brought along, for `friend` only. */
  'points.giveBonus': method(
    'unlocked',
    z.strictObject({ customerId: id, kind: handBonus, friendId: id.nullable() }),
    z.strictObject({ actionId: id, balance: points }),
  ),
  /** Where every point comes from and goes to, newest first. */
  'points.history': method(
    'unlocked',
    z.strictObject({ customerId: id, limit: z.number().int().min(1).max(500) }),
    z.strictObject({
      entries: z.array(
        z.strictObject({
          id,
          at: epochMs,
          kind: z.string(),
          points,
          detail: z.string(),
          reason: z.string().nullable(),
          receiptId: id.nullable(),
          total: won.nullable(),
          endsOn: businessDate.nullable(),
          /** Owed, not of a lot. */
          claim: z.boolean(),
        }),
      ),
      lots: z.array(
        z.strictObject({
          id,
          remaining: count,
          given: count,
          startsOn: businessDate,
          endsOn: businessDate.nullable(),
        }),
      ),
      claim: count,
    }),
  ),
  'points.rules': method('unlocked', nothing, z.array(listedRule)),
  'points.ruleChoices': method(
    'unlocked',
    nothing,
    z.strictObject({
      tiers: z.array(z.strictObject({ id, name: z.string() })),
      methods: z.array(z.string()),
      categories: z.array(z.strictObject({ id, name: z.string() })),
    }),
  ),
  'points.makeRule': method('unlocked', proposedRule, z.strictObject({ ruleId: id })),
  'points.withdrawRule': method('unlocked', z.strictObject({ ruleId: id }), nothing),
  /** The past year's receipts by the proposed rule and by those that held; nothing is written. */
  'points.tryRule': method(
    'unlocked',
    proposedRule,
    z.strictObject({
      from: businessDate,
      to: businessDate,
      receipts: count,
      proposed: tried,
      present: tried,
      months: z.array(z.strictObject({ month: z.string(), proposed: points, present: points })),
      /** Whom it changes most, by the difference. */
      people: z.array(
        z.strictObject({ customerId: id, maskedName: z.string(), proposed: points, present: points }),
      ),
    }),
  ),
  /** What the shop owes in points. */
  'points.book': method(
    'unlocked',
    nothing,
    z.strictObject({
      today: businessDate,
      /** Open points in all; a point is a won. */
      open: points,
      customers: count,
      claims: count,
      /** By the month in which they end; '' for those without an end. */
      months: z.array(z.strictObject({ month: z.string(), points: count, lots: count })),
      /** Of points that were used or ended in the past year, those that were used; null where there were none. */
      usedShare: z.number().min(0).max(1).nullable(),
      expectedUse: count,
      /** Points given five years ago or more, and those that come to it in about three months: the law's prescription. */
      fiveYears: z.strictObject({ reached: count, soon: count }),
      notices: z.array(z.strictObject({ stage, customers: count, points: count, told: count })),
      lastCheck: pointsCheck.nullable(),
    }),
  ),
  /** Who is to be told of points that end, the nearest first. */
  'points.notices': method(
    'unlocked',
    z.strictObject({ stage }),
    z.array(
      z.strictObject({
        customerId: id,
        name: z.string(),
        maskedPhone: z.string().nullable(),
        marketing: z.boolean(),
        points: count,
        endsOn: businessDate,
        told: z.boolean(),
      }),
    ),
  ),
  'points.told': method(
    'unlocked',
    z.strictObject({
      stage,
      people: z.array(z.strictObject({ customerId: id, endsOn: businessDate })).max(2_000),
    }),
    nothing,
  ),
  /** Counts every balance again from its entries; also done every day. */
  'points.check': method('unlocked', nothing, pointsCheck),
  /** When the counter reminds that nobody was asked for a number; 0: never. */
  'points.reminder': method('unlocked', nothing, z.strictObject({ seconds: count })),
  'points.saveReminder': method(
    'unlocked',
    z.strictObject({ seconds: z.number().int().min(0).max(300) }),
    nothing,
  ),
}

import { z } from 'zod'
import { method } from './method.ts'
import { businessDate, epochMs, id, nothing, won } from './values.ts'

const count = z.number().int()
const noted = z.string()

/** A day that there is: `2026-02-30` is none. */
const realDate = businessDate.refine(
  (date) => !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date),
)

/** Longer than any shop has lived. */
export const mostDays = 20_000

/** Both ends included. */
export const dateRange = z
  .strictObject({ from: realDate, to: realDate })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < mostDays * 86_400_000)
export type DateRange = z.infer<typeof dateRange>

export const pictureStep = z.enum(['day', 'week', 'month', 'year'])
export type PictureStep = z.infer<typeof pictureStep>

/** Whole months that were read instead of days, `2026-11`. */
const months = z.strictObject({ from: z.string(), to: z.string() })

const salesPoint = z.strictObject({
  from: businessDate,
  to: businessDate,
  net: won,
  sales: count,
  refunds: count,
  /** Over the last 7 days, 4 weeks or 3 months up to here; null for years and where there were no days before. */
  average: z.number().nullable(),
})

const rankedItem = z.strictObject({
  id: id.nullable(),
  name: noted,
  /** Pieces. */
  quantity: z.number(),
  net: won,
  /** In the compared range; null without one. */
  before: z.strictObject({ quantity: z.number(), net: won }).nullable(),
})

/** What every file system takes, FAT32 included. */
const fileName = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ~._-]*$/u)
  .refine((name) => !/[. ]$/.test(name))
/** Twelve megabytes of bytes. */
const base64 = z.base64().max(16_000_000)

const work = z.strictObject({
  kind: z.enum(['check', 'rebuild']),
  done: count,
  total: count,
  /** Rows that were wrong so far. */
  wrong: count,
})

export const analyticsState = z.strictObject({
  /** False until the receipts from before the sums have been counted. */
  counted: z.boolean(),
  checkedAt: epochMs.nullable(),
  /** What the last check found; null before the first since the start. */
  found: count.nullable(),
  work: work.nullable(),
})

const guest = z.strictObject({ customerId: id, name: noted })

export const analyticsMethods = {
  /** Sales by step, and the same of the compared range. */
  'analytics.sales': method(
    'unlocked',
    z.strictObject({ range: dateRange, compare: dateRange.nullable(), step: pictureStep }),
    z.strictObject({ points: z.array(salesPoint), compared: z.array(salesPoint).nullable() }),
  ),
  /** Weekday (0 Sunday) or month (202611) by hour or weekday. `days` are those of the range that a row or column has. */
  'analytics.heat': method(
    'unlocked',
    z.strictObject({
      range: dateRange,
      rows: z.enum(['weekday', 'month']),
      columns: z.enum(['hour', 'weekday']),
    }),
    z.strictObject({
      cells: z.array(z.strictObject({ row: count, column: count, sales: count, net: won, days: count })),
    }),
  ),
  'analytics.productHours': method(
    'unlocked',
    z.strictObject({ range: dateRange, products: z.number().int().min(1).max(20) }),
    z.strictObject({
      months,
      products: z.array(z.strictObject({ id, name: noted })),
      cells: z.array(z.strictObject({ product: count, hour: count, quantity: z.number(), net: won })),
    }),
  ),
  'analytics.ranking': method(
    'unlocked',
    z.strictObject({ range: dateRange, compare: dateRange.nullable(), by: z.enum(['product', 'category']) }),
    z.strictObject({ items: z.array(rankedItem), net: won, many: count }),
  ),
  /** Members' share, new against returning, receipts of nobody: by step. */
  'analytics.guests': method(
    'unlocked',
    z.strictObject({ range: dateRange, step: pictureStep }),
    z.strictObject({
      points: z.array(
        z.strictObject({
          from: businessDate,
          to: businessDate,
          net: won,
          sales: count,
          refunds: count,
          guestNet: won,
          guestSales: count,
          visits: count,
          newcomers: count,
        }),
      ),
    }),
  ),
  'analytics.intervals': method(
    'unlocked',
    z.strictObject({ range: dateRange }),
    z.strictObject({
      months,
      /** Days between two visits; the last bar has no end. */
      bars: z.array(z.strictObject({ from: count, to: count.nullable(), visits: count })),
      median: z.number().nullable(),
      visits: count,
    }),
  ),
  'analytics.cohorts': method(
    'unlocked',
    z.strictObject({ range: dateRange }),
    z.strictObject({
      months,
      /** Who first came in a month, and how many of them came 0, 1, 2, … months later. */
      cohorts: z.array(z.strictObject({ month: z.string(), guests: z.array(count) })),
    }),
  ),
  'analytics.top': method(
    'unlocked',
    z.strictObject({ range: dateRange }),
    z.strictObject({
      customers: count,
      net: won,
      /** The best so many percent of customers, and what they bought. */
      shares: z.array(z.strictObject({ percent: count, customers: count, net: won, least: won })),
    }),
  ),
  /** The people behind a part of a picture, for a sheet: ids, at most 100,000. */
  'analytics.behind': method(
    'unlocked',
    z.strictObject({
      of: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('visitors'), range: dateRange }),
        z.strictObject({ kind: z.literal('newcomers'), range: dateRange }),
        z.strictObject({ kind: z.literal('returning'), range: dateRange }),
        /** Whose own rhythm says that they should have been here by that day. */
        z.strictObject({ kind: z.literal('missing'), date: realDate }),
        /** Customers with two visits so many days apart, the later one in the range's months. */
        z.strictObject({ kind: z.literal('interval'), range: dateRange, from: count, to: count.nullable() }),
        /** Who first came in one month, and came in another. */
        z.strictObject({ kind: z.literal('cohort'), first: realDate, in: realDate }),
        z.strictObject({
          kind: z.literal('top'),
          range: dateRange,
          percent: z.number().int().min(1).max(100),
        }),
      ]),
    }),
    z.strictObject({ customerIds: z.array(id) }),
  ),
  /** The receipts behind a part of a picture, newest first, at most 100,000. */
  'analytics.receiptsBehind': method(
    'unlocked',
    z.strictObject({
      range: dateRange,
      weekday: z.number().int().min(0).max(6).optional(),
      hour: z.number().int().min(0).max(23).optional(),
      productId: id.optional(),
      categoryId: id.nullable().optional(),
      guests: z.boolean().optional(),
    }),
    z.strictObject({ receiptIds: z.array(id) }),
  ),
  /** A day as the evening page tells it; today without a date. */
  'analytics.evening': method(
    'unlocked',
    z.strictObject({ date: realDate.nullable() }),
    z.strictObject({
      date: businessDate,
      net: won,
      sales: count,
      refunds: count,
      guestNet: won,
      guestSales: count,
      visits: count,
      newcomers: count,
      /** The same weekday a week before, and what the last four of them were on average; null where there were none. */
      weekBefore: z.strictObject({ date: businessDate, net: won, sales: count }).nullable(),
      usual: z.strictObject({ net: z.number(), sales: z.number(), days: count }).nullable(),
      /** What such days had brought by this time, while the day is not over; null on any other day. */
      usualByNow: z.number().nullable(),
      /** Net of each hour that had a receipt, today and on the average of those days. */
      hours: z.array(z.strictObject({ hour: count, net: won, usual: z.number() })),
      visitors: z.array(
        guest.extend({ net: won, visitNumber: count, isNew: z.boolean(), lastAt: epochMs }).strict(),
      ),
      missing: z.array(
        guest
          .extend({ lastVisit: businessDate, rhythmDays: z.number(), spend: won, expectedBy: businessDate })
          .strict(),
      ),
      missingCount: count,
      birthdays: z.array(guest.extend({ lunar: z.boolean() }).strict()),
      nameless: count,
      review: count,
      best: z.array(z.strictObject({ name: noted, quantity: z.number(), net: won })),
    }),
  ),
  /** First and last business day of which there are receipts; null in an empty ledger. */
  'analytics.span': method('unlocked', nothing, dateRange.nullable()),
  'analytics.state': method('unlocked', nothing, analyticsState),
  /** Counts every sum again in the background; `rebuild` puts right what is wrong. */
  'analytics.check': method('unlocked', z.strictObject({ rebuild: z.boolean() }), nothing),
  'analytics.stop': method('unlocked', nothing, nothing),
  /** A picture as the window drew it, as a file beside the ledger; answers its whole path. */
  'analytics.savePicture': method(
    'unlocked',
    z.strictObject({ name: fileName, png: base64 }),
    z.strictObject({ path: z.string() }),
  ),
  /** The page that the window shows, printed as PDF: the window says its name, main adds the `pdf`. */
  'analytics.saveReport': method(
    'unlocked',
    z.strictObject({ name: fileName, pdf: base64.optional() }),
    z.strictObject({ path: z.string() }),
  ),
}

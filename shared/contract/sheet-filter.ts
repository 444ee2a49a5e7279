import { z } from 'zod'
import { businessDate, id } from './values.ts'

/** What can be shown as a sheet. */
export const sheetName = z.enum(['customers', 'receipts', 'lines', 'products'])
export type SheetName = z.infer<typeof sheetName>

const column = z.string().min(1).max(60)

/** One condition on one column; which of them fits depends on the column's kind. */
export const sheetCondition = z.discriminatedUnion('is', [
  /** Text anywhere; initials (ㄱㅇㅎ) where the column is a name, digits where it is a phone. */
  z.strictObject({ column, is: z.literal('contains'), text: z.string().min(1).max(60) }),
  /** Numbers, won and points, both ends included; null is open. */
  z.strictObject({
    column,
    is: z.literal('range'),
    from: z.number().nullable(),
    to: z.number().nullable(),
  }),
  /** Days (of moments too), both ends included; null is open. */
  z.strictObject({
    column,
    is: z.literal('dates'),
    from: businessDate.nullable(),
    to: businessDate.nullable(),
  }),
  /** Within the last so many days, weeks, … up to today; or longer ago than that (never counts as longer ago). */
  z.strictObject({
    column,
    is: z.literal('past'),
    count: z.number().int().min(1).max(1000),
    unit: z.enum(['day', 'week', 'month', 'year']),
    within: z.boolean(),
  }),
  /** One of a choice, of tags, of yes ('1') and no ('0'); with `not` none of them. */
  z.strictObject({
    column,
    is: z.literal('oneOf'),
    values: z.array(z.string().max(60)).min(1).max(200),
    not: z.boolean(),
  }),
  /** Something stands there, or nothing. */
  z.strictObject({ column, is: z.literal('filled'), filled: z.boolean() }),
])
export type SheetCondition = z.infer<typeof sheetCondition>

/** Rows for which everything holds that is said here; an empty one is all rows. */
export const sheetFilter = z.strictObject({
  /** Looked for in the columns by which people know a row. */
  text: z.string().max(60).optional(),
  conditions: z.array(sheetCondition).max(30).optional(),
  /** Only these: ids of customers, receipts or products; of the receipts in the sheet of lines. */
  ids: z.array(id).max(100_000).optional(),
  /** Only customers of this group as it stands now; in other sheets what belongs to them. */
  segmentId: id.optional(),
})
export type SheetFilter = z.infer<typeof sheetFilter>

/** First one first. */
export const sheetSort = z.array(z.strictObject({ column, descending: z.boolean() })).max(8)
export type SheetSort = z.infer<typeof sheetSort>

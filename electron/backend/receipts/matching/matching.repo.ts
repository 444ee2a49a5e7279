import { type SqlBool, sql } from 'kysely'
import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader } from '../../platform/db/statements.ts'
import type { ReceiptRecord } from '../receipts.repo.ts'

/** Business days, both inclusive. */
export type Days = { readonly from: BusinessDate; readonly to: BusinessDate }
type Line = Pick<Schema['receipt_line'], 'name' | 'quantity' | 'amount'>

const byIdentity = hot<{ identity: string }, { id: number }>((param) =>
  query.selectFrom('receipt').select('id').where('identity', '=', param('identity')),
)
const sameTotal = hot<{ from: number; to: number; total: number; limit: number }, ReceiptRecord>((param) =>
  query
    .selectFrom('receipt')
    .selectAll()
    .where('total', '=', param('total'))
    .where('issued_at', '>=', param('from'))
    .where('issued_at', '<=', param('to'))
    .orderBy('issued_at', 'desc')
    .limit(param('limit')),
)
// Asked for every receipt and nearly always empty: without order and limit, which cost SQLite ten times as much.
const aboutTotal = hot<{ from: number; to: number; total: number }, ReceiptRecord>((param) =>
  query
    .selectFrom('receipt')
    .selectAll()
    .where('total', '=', param('total'))
    .where('issued_at', '>=', param('from'))
    .where('issued_at', '<=', param('to')),
)
/**
 * Day by day through the days that had receipts: the indexes begin with the day. The cross join keeps that order
 * whatever SQLite believes of the tables' sizes.
 */
const markedOn = (column: 'receipt_number' | 'approval_number') =>
  hot<Days & { mark: string }, ReceiptRecord>((param) =>
    query
      .selectFrom('daily_total as d')
      .crossJoin('receipt as r')
      .selectAll('r')
      .where('d.business_date', '>=', param('from'))
      .where('d.business_date', '<=', param('to'))
      .whereRef('r.business_date', '=', 'd.business_date')
      .where(`r.${column}`, '=', param('mark')),
  )
const byNumber = markedOn('receipt_number')
const byApproval = markedOn('approval_number')
const items = hot<{ id: number }, Line>((param) =>
  query
    .selectFrom('receipt_line')
    .select(['name', 'quantity', 'amount'])
    .where('receipt_id', '=', param('id'))
    .where('parent', 'is', null)
    .orderBy('position'),
)
const alone = hot<{ from: number }, ReceiptRecord>((param) =>
  query
    .selectFrom('receipt')
    .selectAll()
    // Said in the query itself: the index of the few that are alone serves no parameter.
    .where(sql<SqlBool>`kind = 'refund'`)
    .where('refunds_receipt_id', 'is', null)
    .where('received_at', '>=', param('from')),
)

/** No shop sells so much of one thing in a day that the right one would not be among these. */
const enough = 60

export const receiptWithIdentity = (reader: Reader, identity: string): number | null =>
  reader.first(byIdentity({ identity }))?.id ?? null

/** Latest first, times inclusive. */
export const receiptsOfTotal = (reader: Reader, from: EpochMs, to: EpochMs, total: number): ReceiptRecord[] =>
  reader.all(sameTotal({ from, to, total, limit: enough }))

/** Those of one total within a narrow time, inclusive. */
export const receiptsAbout = (reader: Reader, from: EpochMs, to: EpochMs, total: number): ReceiptRecord[] =>
  reader.all(aboutTotal({ from, to, total })).sort(latestFirst)

/** Of the days from `from` to `to`, latest first. */
export const receiptsOfNumber = (reader: Reader, days: Days, number: string): ReceiptRecord[] =>
  reader.all(byNumber({ from: days.from, to: days.to, mark: number })).sort(latestFirst)

/** Of the days from `from` to `to`, latest first. */
export const receiptsOfApproval = (reader: Reader, days: Days, approval: string): ReceiptRecord[] =>
  reader.all(byApproval({ from: days.from, to: days.to, mark: approval })).sort(latestFirst)

export const itemsOf = (reader: Reader, id: number): Line[] => reader.all(items({ id }))

/** Refunds since a time that have found no sale yet, latest first. */
export const refundsAlone = (reader: Reader, from: number): ReceiptRecord[] =>
  reader.all(alone({ from })).sort(latestFirst)

const latestFirst = (a: ReceiptRecord, b: ReceiptRecord): number => b.issued_at - a.issued_at

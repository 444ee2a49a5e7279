import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader } from '../platform/db/statements.ts'

export type ReceiptRecord = Schema['receipt']

/** A receipt with what the counter's list needs beside its lines. */
export interface ListedReceipt extends ReceiptRecord {
  /** Its total and those of its refunds. */
  readonly remaining: number
  readonly points_given: number
  readonly customer_name: string | null
  readonly customer_points: number | null
}

export interface ListedLine {
  readonly receipt_id: number
  readonly name: string
  readonly quantity: number | null
  readonly amount: number | null
}

type Id = { id: number }
type Limit = { limit: number }

const listed = () =>
  query
    .selectFrom('receipt')
    .leftJoin('customer as c', 'c.id', 'receipt.customer_id')
    .leftJoin('customer_figures as f', 'f.customer_id', 'receipt.customer_id')
    .selectAll('receipt')
    .select([
      'c.name as customer_name',
      'f.points as customer_points',
      sql<number>`receipt.total + coalesce(
        (SELECT sum(back.total) FROM receipt AS back WHERE back.refunds_receipt_id = receipt.id), 0)`.as(
        'remaining',
      ),
      sql<number>`coalesce(
        (SELECT sum(e.points) FROM points_entry AS e WHERE e.receipt_id = receipt.id), 0)`.as('points_given'),
    ])

const byId = hot<Id, ReceiptRecord>((param) =>
  query.selectFrom('receipt').selectAll().where('id', '=', param('id')),
)
const listedById = hot<Id, ListedReceipt>((param) => listed().where('receipt.id', '=', param('id')))
/** By the order in which their papers came: the PC's clock may have jumped since. */
const latest = hot<Limit, ListedReceipt>((param) =>
  listed().orderBy('receipt.paper_id', 'desc').orderBy('receipt.id', 'desc').limit(param('limit')),
)
const ownLines = hot<Id, ListedLine>((param) =>
  query
    .selectFrom('receipt_line')
    .select(['receipt_id', 'name', 'quantity', 'amount'])
    .where('receipt_id', '=', param('id'))
    .where('parent', 'is', null)
    .orderBy('position'),
)
const remaining = hot<Id, { remaining: number }>((param) =>
  query
    .selectFrom('receipt')
    .select(sql<number>`coalesce(sum(total), 0)`.as('remaining'))
    .where((eb) => eb.or([eb('id', '=', param('id')), eb('refunds_receipt_id', '=', param('id'))])),
)

export const findReceipt = (reader: Reader, id: number): ReceiptRecord | undefined =>
  reader.first(byId({ id }))

/** What is left of a sale after its refunds, won. */
export const remainingOf = (reader: Reader, saleId: number): number =>
  reader.first(remaining({ id: saleId }))?.remaining ?? 0

export const findListed = (reader: Reader, id: number): ListedReceipt | undefined =>
  reader.first(listedById({ id }))

/** Newest first by the time they came in. */
export const latestReceipts = (reader: Reader, limit: number): ListedReceipt[] =>
  reader.all(latest({ limit }))

/** The items themselves, without their options. */
export const linesOf = (reader: Reader, receiptId: number): ListedLine[] =>
  reader.all(ownLines({ id: receiptId }))

const refunds = hot<Id, Id>((param) =>
  query.selectFrom('receipt').select('id').where('refunds_receipt_id', '=', param('id')).orderBy('id'),
)

/** Receipts that give this one back, whole or in part. */
export const refundsOf = (reader: Reader, saleId: number): number[] =>
  reader.all(refunds({ id: saleId })).map((row) => row.id)

import { sql } from 'kysely'
import type { BusinessDate } from '#shared/dates.ts'
import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Reader } from '../../platform/db/statements.ts'

interface ReceiptPart {
  business_date: BusinessDate
  issued_at: number
  kind: string
  total: number
  customer_id: number | null
  sale_customer_id: number | null
  sale_date: BusinessDate | null
}

interface LinePart {
  name: string
  quantity: number | null
  amount: number | null
  product_id: number | null
}

const receiptPart = hot<{ id: number }, ReceiptPart>((param) =>
  query
    .selectFrom('receipt as r')
    .leftJoin('receipt as s', 's.id', 'r.refunds_receipt_id')
    .select([
      'r.business_date',
      'r.issued_at',
      'r.kind',
      'r.total',
      'r.customer_id',
      's.customer_id as sale_customer_id',
      's.business_date as sale_date',
    ])
    .where('r.id', '=', param('id')),
)
const lineParts = hot<{ id: number }, LinePart>((param) =>
  query
    .selectFrom('receipt_line as l')
    .leftJoin('product_name as n', 'n.name', 'l.name')
    .select(['l.name', 'l.quantity', 'l.amount', 'n.product_id'])
    .where('l.receipt_id', '=', param('id')),
)

/** A sale stands unless it was given back whole. */
const standing = sql<boolean>`kind <> 'refund' AND NOT EXISTS (
  SELECT 1 FROM receipt AS back WHERE back.refunds_receipt_id = receipt.id
  GROUP BY back.refunds_receipt_id HAVING receipt.total + sum(back.total) <= 0)`

type Key = { customer: number; date: BusinessDate }
const visitOn = hot<Key, { is: number }>((param) =>
  query
    .selectFrom('receipt')
    .select(sql<number>`1`.as('is'))
    .where('customer_id', '=', param('customer'))
    .where('business_date', '=', param('date'))
    .where(standing)
    .limit(1),
)
const beside = (direction: 'asc' | 'desc', compare: '<' | '>') =>
  hot<Key, { business_date: BusinessDate }>((param) =>
    query
      .selectFrom('receipt')
      .select('business_date')
      .where('customer_id', '=', param('customer'))
      .where('business_date', compare, param('date'))
      .where(standing)
      .orderBy('business_date', direction)
      .limit(1),
  )
const lastBefore = beside('desc', '<')
const firstBefore = beside('asc', '<')
const nextAfter = beside('asc', '>')
const allVisits = hot<{ customer: number }, { business_date: BusinessDate }>((param) =>
  query
    .selectFrom('receipt')
    .select('business_date')
    .distinct()
    .where('customer_id', '=', param('customer'))
    .where(standing)
    .orderBy('business_date'),
)
const knownVisit = hot<{ customer: number; day: number }, { visit: number }>((param) =>
  query
    .selectFrom('customer_day')
    .select('visit')
    .where('day', '=', param('day'))
    .where('customer_id', '=', param('customer')),
)

export const readReceiptPart = (reader: Reader, id: number): ReceiptPart | undefined =>
  reader.first(receiptPart({ id }))

/** With the product of each; null where the catalogue does not know the name yet. */
export const readLineParts = (reader: Reader, id: number): LinePart[] => reader.all(lineParts({ id }))

/** Whether the receipts say that the customer was there on that day. */
export const hasVisit = (reader: Reader, key: Key): boolean => reader.first(visitOn(key)) !== undefined

/** Whether the sums say so. */
export const countedVisit = (reader: Reader, customer: number, day: number): boolean =>
  reader.first(knownVisit({ customer, day }))?.visit === 1

export const lastVisitBefore = (reader: Reader, key: Key): BusinessDate | null =>
  reader.first(lastBefore(key))?.business_date ?? null
export const firstVisitBefore = (reader: Reader, key: Key): BusinessDate | null =>
  reader.first(firstBefore(key))?.business_date ?? null
export const hasVisitAfter = (reader: Reader, key: Key): boolean => reader.first(nextAfter(key)) !== undefined

/** Ascending. */
export const visitsOf = (reader: Reader, customer: number): BusinessDate[] =>
  reader.all(allVisits({ customer })).map((row) => row.business_date)

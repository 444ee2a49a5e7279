import { sql } from 'kysely'
import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'

/** Counts, and sums in whole won or points. */
export interface LedgerStats {
  readonly customers: number
  readonly receipts: number
  /** Items; their options are counted apart. */
  readonly lines: number
  readonly options: number
  /** Sales, orders among them. */
  readonly sales: number
  readonly salesSum: number
  readonly orders: number
  readonly refunds: number
  /** Negative. */
  readonly refundsSum: number
  readonly net: number
  readonly attached: number
  readonly points: number
  readonly pointsEntries: number
  readonly papers: number
  readonly review: number
}

const count = (table: 'customer' | 'paper' | 'points_entry') =>
  query.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('n'))

/** Of the whole ledger, counted from the facts themselves. */
export const ledgerStats = (reader: Reader): LedgerStats => {
  const receipts = reader.first(
    query
      .selectFrom('receipt')
      .select([
        sql<number>`count(*)`.as('all'),
        sql<number>`count(*) FILTER (WHERE kind <> 'refund')`.as('sales'),
        sql<number>`coalesce(sum(total) FILTER (WHERE kind <> 'refund'), 0)`.as('salesSum'),
        sql<number>`count(*) FILTER (WHERE kind = 'order')`.as('orders'),
        sql<number>`count(*) FILTER (WHERE kind = 'refund')`.as('refunds'),
        sql<number>`coalesce(sum(total) FILTER (WHERE kind = 'refund'), 0)`.as('refundsSum'),
        sql<number>`count(*) FILTER (WHERE customer_id IS NOT NULL)`.as('attached'),
      ]),
  )
  const lines = reader.first(
    query
      .selectFrom('receipt_line')
      .select([
        sql<number>`count(*) FILTER (WHERE parent IS NULL)`.as('items'),
        sql<number>`count(*) FILTER (WHERE parent IS NOT NULL)`.as('options'),
      ]),
  )
  const points = reader.first(
    query.selectFrom('points_entry').select(sql<number>`coalesce(sum(points), 0)`.as('n')),
  )
  const salesSum = receipts?.salesSum ?? 0
  const refundsSum = receipts?.refundsSum ?? 0
  return {
    customers: reader.first(count('customer'))?.n ?? 0,
    receipts: receipts?.all ?? 0,
    lines: lines?.items ?? 0,
    options: lines?.options ?? 0,
    sales: receipts?.sales ?? 0,
    salesSum,
    orders: receipts?.orders ?? 0,
    refunds: receipts?.refunds ?? 0,
    refundsSum,
    net: salesSum + refundsSum,
    attached: receipts?.attached ?? 0,
    points: points?.n ?? 0,
    pointsEntries: reader.first(count('points_entry'))?.n ?? 0,
    papers: reader.first(count('paper'))?.n ?? 0,
    review: reader.first(count('paper').where('state', '=', 'review'))?.n ?? 0,
  }
}

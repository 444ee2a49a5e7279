import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { OpenEntry } from './points.ts'

type PointsEntry = Schema['points_entry']

const add = hot<PointsEntry, unknown>((param) =>
  query.insertInto('points_entry').values({
    id: param('id'),
    customer_id: param('customer_id'),
    receipt_id: param('receipt_id'),
    kind: param('kind'),
    points: param('points'),
    reverses_id: param('reverses_id'),
    rate_bp: param('rate_bp'),
    at: param('at'),
    business_date: param('business_date'),
    action_id: param('action_id'),
    lot_id: param('lot_id'),
  }),
)

const open = hot<{ sale: number }, OpenEntry>((param) =>
  query
    .selectFrom('points_entry as e')
    .select(['e.id', 'e.receipt_id', 'e.kind', 'e.points', 'e.rate_bp'])
    .where('e.receipt_id', 'in', (eb) =>
      eb
        .selectFrom('receipt')
        .select('id')
        .where('id', '=', param('sale'))
        .unionAll(eb.selectFrom('receipt').select('id').where('refunds_receipt_id', '=', param('sale'))),
    )
    .where('e.reverses_id', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('points_entry as r').select('r.id').whereRef('r.reverses_id', '=', 'e.id')),
      ),
    )
    .orderBy('e.id'),
)

const ofReceipt = hot<{ receipt: number }, { points: number }>((param) =>
  query
    .selectFrom('points_entry')
    .select(sql<number>`coalesce(sum(points), 0)`.as('points'))
    .where('receipt_id', '=', param('receipt')),
)

/** Appends; nothing in this table is ever changed. */
export const addEntry = (tx: Writer, entry: Omit<PointsEntry, 'action_id' | 'lot_id'>): void => {
  tx.run(add({ ...entry, action_id: null, lot_id: null }))
}

/** Entries of a sale and of its refunds that nothing has reversed, oldest first. */
export const openEntries = (reader: Reader, saleId: number): OpenEntry[] => reader.all(open({ sale: saleId }))

/** The sum of the receipt's own entries: what it gave, or took back. */
export const pointsOfReceipt = (reader: Reader, receiptId: number): number =>
  reader.first(ofReceipt({ receipt: receiptId }))?.points ?? 0

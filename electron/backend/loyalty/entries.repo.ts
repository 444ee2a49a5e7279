import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

type Entry = Schema['points_entry']
type Sale = { sale: number }

export type NewEntry = Omit<Entry, 'reverses_id' | 'rate_bp'>

const add = hot<NewEntry, unknown>((param) =>
  query.insertInto('points_entry').values({
    id: param('id'),
    customer_id: param('customer_id'),
    receipt_id: param('receipt_id'),
    kind: param('kind'),
    points: param('points'),
    at: param('at'),
    business_date: param('business_date'),
    action_id: param('action_id'),
    lot_id: param('lot_id'),
  }),
)
const balance = hot<{ customer: number }, { points: number }>((param) =>
  query
    .selectFrom('points_entry')
    .select(sql<number>`coalesce(sum(points), 0)`.as('points'))
    .where('customer_id', '=', param('customer')),
)
const ofReceipt = hot<{ receipt: number }, { points: number }>((param) =>
  query
    .selectFrom('points_entry')
    .select(sql<number>`coalesce(sum(points), 0)`.as('points'))
    .where('receipt_id', '=', param('receipt'))
    .where('kind', 'in', ['earn', 'take-back', 'correction']),
)
/** Entries of a sale and its refunds; those from before there were rules bear their rate. */
const early = hot<Sale, { points: number; rate_bp: number | null }>((param) =>
  query
    .selectFrom('points_entry as e')
    .select([
      sql<number>`coalesce(sum(e.points), 0)`.as('points'),
      sql<number | null>`(SELECT g.rate_bp FROM points_entry AS g WHERE g.receipt_id = ${param('sale')}
        AND g.rate_bp IS NOT NULL ORDER BY g.id DESC LIMIT 1)`.as('rate_bp'),
    ])
    .where('e.receipt_id', 'in', (eb) =>
      eb
        .selectFrom('receipt')
        .select('id')
        .where('id', '=', param('sale'))
        .unionAll(eb.selectFrom('receipt').select('id').where('refunds_receipt_id', '=', param('sale'))),
    ),
)

/** Appends; nothing in this table is ever changed. */
export const addEntry = (tx: Writer, entry: NewEntry): void => {
  tx.run(add(entry))
}

/** The sum of a customer's entries. Below nought only by what they owe (a claim). */
export const entriesOf = (reader: Reader, customerId: number): number =>
  reader.first(balance({ customer: customerId }))?.points ?? 0

/** What the receipt itself gave, or took back; not what was used with it. */
export const pointsOfReceipt = (reader: Reader, receiptId: number): number =>
  reader.first(ofReceipt({ receipt: receiptId }))?.points ?? 0

/** What a sale from before there were rules stands for, and the rate of then; null where it has no such entries. */
export const earlyEarning = (reader: Reader, saleId: number): { points: number; rateBp: number } | null => {
  const row = reader.first(early({ sale: saleId }))
  return row === undefined || row.rate_bp === null ? null : { points: row.points, rateBp: row.rate_bp }
}

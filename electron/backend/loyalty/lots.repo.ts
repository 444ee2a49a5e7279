import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { Lot } from './lots.ts'

type LotRow = Schema['points_lot']

/** Written out: an index of open lots serves no place for a parameter. */
const anyLeft = sql<boolean>`remaining > 0`
const columns = ['id', 'customer_id', 'sale_id', 'remaining', 'ends_on'] as const

const open = hot<{ customer: number }, Lot>((param) =>
  query.selectFrom('points_lot').select(columns).where('customer_id', '=', param('customer')).where(anyLeft),
)
const byId = hot<{ id: number }, LotRow>((param) =>
  query.selectFrom('points_lot').selectAll().where('id', '=', param('id')),
)
const add = hot<LotRow, unknown>((param) =>
  query.insertInto('points_lot').values({
    id: param('id'),
    customer_id: param('customer_id'),
    sale_id: param('sale_id'),
    given: param('given'),
    remaining: param('remaining'),
    starts_on: param('starts_on'),
    ends_on: param('ends_on'),
  }),
)
const set = hot<{ id: number; remaining: number }, unknown>((param) =>
  query
    .updateTable('points_lot')
    .set({ remaining: param('remaining') })
    .where('id', '=', param('id')),
)
const ended = hot<{ day: string; limit: number }, { customer_id: number }>((param) =>
  query
    .selectFrom('points_lot')
    .select('customer_id')
    .distinct()
    .where(anyLeft)
    .where('ends_on', '<', param('day'))
    .limit(param('limit')),
)

/** Lots of a customer that have anything left, in no order. */
export const openLots = (reader: Reader, customerId: number): Lot[] =>
  reader.all(open({ customer: customerId }))

export const findLot = (reader: Reader, id: number): LotRow | undefined => reader.first(byId({ id }))

export const addLot = (tx: Writer, lot: LotRow): void => {
  tx.run(add(lot))
}

/** The one thing of a lot that changes; the table itself refuses less than nothing and more than was given. */
export const setRemaining = (tx: Writer, lotId: number, remaining: number): void => {
  tx.run(set({ id: lotId, remaining }))
}

/** Customers with lots whose last day lies before this one, a few at a time. */
export const customersWithEnded = (reader: Reader, day: string, limit: number): number[] =>
  reader.all(ended({ day, limit })).map((row) => row.customer_id)

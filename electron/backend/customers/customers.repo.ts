import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

export type CustomerRow = Schema['customer']
type Id = { id: number }

const byId = hot<Id, CustomerRow>((param) =>
  query.selectFrom('customer').selectAll().where('id', '=', param('id')),
)
const byPhone = hot<{ phone: string }, Id>((param) =>
  query.selectFrom('customer').select('id').where('phone', '=', param('phone')),
)
const figures = hot<Id, Schema['customer_figures']>((param) =>
  query.selectFrom('customer_figures').selectAll().where('customer_id', '=', param('id')),
)
const bought = hot<Id & { since: string }, { name: string; quantity: number; date: string }>((param) =>
  query
    .selectFrom('receipt as r')
    .innerJoin('receipt_line as l', 'l.receipt_id', 'r.id')
    .select((eb) => [
      'l.name',
      eb.fn.coalesce('l.quantity', eb.lit(1)).as('quantity'),
      'r.business_date as date',
    ])
    .where('r.customer_id', '=', param('id'))
    .where('r.kind', '<>', 'refund')
    .where('r.business_date', '>=', param('since'))
    .where('l.parent', 'is', null)
    .where('l.amount', '>', 0)
    // As the index goes, so that nothing is sorted and no older receipt is looked at.
    .orderBy('r.business_date', 'desc')
    .orderBy('r.issued_at', 'desc')
    .limit(400),
)

export const findCustomer = (reader: Reader, id: number): CustomerRow | undefined =>
  reader.first(byId({ id }))

/** @param phone normalised digits. */
export const customerWithPhone = (reader: Reader, phone: string): number | null =>
  reader.first(byPhone({ phone }))?.id ?? null

export const readFigures = (reader: Reader, id: number): Schema['customer_figures'] | undefined =>
  reader.first(figures({ id }))

/** Items (no options, nothing free) since a day, at most the latest 400. */
export const boughtSince = (reader: Reader, id: number, since: string) => reader.all(bought({ id, since }))

export const addCustomer = (tx: Writer, row: CustomerRow): void => {
  tx.run(query.insertInto('customer').values(row))
}

export const changeCustomer = (
  tx: Writer,
  id: number,
  change: Partial<Pick<CustomerRow, 'name' | 'initials' | 'phone' | 'last_four' | 'memo'>> & {
    updated_at: number
  },
): void => {
  tx.run(query.updateTable('customer').set(change).where('id', '=', id))
}

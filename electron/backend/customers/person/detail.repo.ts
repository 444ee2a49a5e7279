import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import { emptyDetail } from './detail.ts'

export type DetailRow = Schema['customer_detail']
export type AnniversaryRow = Schema['customer_anniversary']

const byId = hot<{ id: number }, DetailRow>((param) =>
  query.selectFrom('customer_detail').selectAll().where('customer_id', '=', param('id')),
)

export const readDetail = (reader: Reader, customerId: number): DetailRow | undefined =>
  reader.first(byId({ id: customerId }))

/** Changes what is given, and leaves the rest as it is. */
export const changeDetail = (
  tx: Writer,
  customerId: number,
  change: Partial<Omit<DetailRow, 'customer_id'>>,
): void => {
  const row = {
    ...emptyDetail(customerId),
    ...readDetail(tx, customerId),
    ...change,
    customer_id: customerId,
  }
  tx.run(query.replaceInto('customer_detail').values(row))
}

/** In the order of the year. */
export const anniversariesOf = (reader: Reader, customerId: number): AnniversaryRow[] =>
  reader.all(
    query
      .selectFrom('customer_anniversary')
      .selectAll()
      .where('customer_id', '=', customerId)
      .orderBy('month')
      .orderBy('day')
      .orderBy('id'),
  )

export const addAnniversary = (tx: Writer, row: AnniversaryRow): void => {
  tx.run(query.insertInto('customer_anniversary').values(row))
}

/** @returns false when the customer has no such day. */
export const removeAnniversary = (tx: Writer, customerId: number, id: number): boolean =>
  tx.run(query.deleteFrom('customer_anniversary').where('id', '=', id).where('customer_id', '=', customerId))
    .changes > 0

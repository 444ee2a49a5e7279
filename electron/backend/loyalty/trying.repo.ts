import { sql } from 'kysely'
import type { BusinessDate } from '#shared/dates.ts'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'

export interface TriedSale {
  readonly id: number
  readonly customer_id: number
  /** Its total and those of its refunds. */
  readonly remaining: number
}

const ofDay = hot<{ date: string }, TriedSale>((param) =>
  query
    .selectFrom('receipt')
    .select((eb) => [
      'id',
      eb.ref('customer_id').$notNull().as('customer_id'),
      sql<number>`total + coalesce(
        (SELECT sum(back.total) FROM receipt AS back WHERE back.refunds_receipt_id = receipt.id), 0)`.as(
        'remaining',
      ),
    ])
    .where('business_date', '=', param('date'))
    .where('kind', '<>', 'refund')
    .where('customer_id', 'is not', null)
    .orderBy('id'),
)

/** Customers' sales of a day, in the order in which they came. */
export const salesOfDay = (reader: Reader, date: BusinessDate): TriedSale[] => reader.all(ofDay({ date }))

export const namesOf = (reader: Reader, ids: readonly number[]): Map<number, string> =>
  new Map(
    reader
      .all(query.selectFrom('customer').select(['id', 'name']).where('id', 'in', ids))
      .map(({ id, name }) => [id, name]),
  )

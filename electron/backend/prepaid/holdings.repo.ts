import { sql } from 'kysely'
import type { BusinessDate } from '#shared/dates.ts'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

export type Holding = Schema['prepaid_holding']
type Id = { id: number }

const byId = hot<Id, Holding>((param) =>
  query.selectFrom('prepaid_holding').selectAll().where('id', '=', param('id')),
)
const ofCustomer = hot<{ customer: number }, Holding>((param) =>
  query.selectFrom('prepaid_holding').selectAll().where('customer_id', '=', param('customer')).orderBy('id'),
)

export const findHolding = (reader: Reader, id: number): Holding | undefined => reader.first(byId({ id }))

/** All that somebody was ever sold, in that order. */
export const holdingsOf = (reader: Reader, customer: number): Holding[] =>
  reader.all(ofCustomer({ customer }))

export const addHolding = (tx: Writer, holding: Omit<Holding, 'paid_left' | 'bonus_left'>): void => {
  tx.run(query.insertInto('prepaid_holding').values({ ...holding, paid_left: 0, bonus_left: 0 }))
}

export const setOwner = (tx: Writer, id: number, customerId: number): void => {
  tx.run(query.updateTable('prepaid_holding').set({ customer_id: customerId }).where('id', '=', id))
}

/** Only ever later. */
export const setEnd = (tx: Writer, id: number, endsOn: BusinessDate): void => {
  tx.run(query.updateTable('prepaid_holding').set({ ends_on: endsOn }).where('id', '=', id))
}

/** Some whose last day is before that one and that are not empty yet. */
export const holdingsEnded = (reader: Reader, day: BusinessDate, limit: number): Holding[] =>
  reader.all(
    query
      .selectFrom('prepaid_holding')
      .selectAll()
      .where('ends_on', '<', day)
      .where(sql<boolean>`paid_left + bonus_left > 0`)
      .orderBy('ends_on')
      .orderBy('id')
      .limit(limit),
  )

/** How many of each product have anything left. */
export const openByProduct = (reader: Reader): Map<number, number> =>
  new Map(
    reader
      .all(
        query
          .selectFrom('prepaid_holding as h')
          .innerJoin('prepaid_terms as t', 't.id', 'h.terms_id')
          .select(({ fn }) => ['t.product_id as id', fn.countAll<number>().as('count')])
          .where(sql<boolean>`h.paid_left + h.bonus_left > 0`)
          .groupBy('t.product_id'),
      )
      .map(({ id, count }) => [id, count]),
  )

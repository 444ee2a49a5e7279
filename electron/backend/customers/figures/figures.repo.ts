import { sql } from 'kysely'
import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import { standing } from './standing.repo.ts'

type Id = { id: number }

/**
 * A visit is a business day with at least one sale that was not given back whole; spend counts refunds too. Both
 * and the balance are sums over the customer's own rows, so that they cannot drift.
 */
const refresh = hot<Id, unknown>((param) =>
  query
    .updateTable('customer_figures')
    .set({
      visits: sql<number>`(SELECT count(DISTINCT business_date) FROM receipt WHERE ${standing(param('id'))})`,
      first_visit: sql<string>`(SELECT min(business_date) FROM receipt WHERE ${standing(param('id'))})`,
      last_visit: sql<string>`(SELECT max(business_date) FROM receipt WHERE ${standing(param('id'))})`,
      spend: sql<number>`(SELECT coalesce(sum(total), 0) FROM receipt WHERE customer_id = ${param('id')})`,
      points: sql<number>`(SELECT coalesce(sum(points), 0) FROM points_entry WHERE customer_id = ${param('id')})`,
    })
    .where('customer_id', '=', param('id')),
)

const begin = hot<Id, unknown>((param) =>
  query.insertInto('customer_figures').values({
    customer_id: param('id'),
    visits: 0,
    spend: 0,
    points: 0,
    first_visit: null,
    last_visit: null,
  }),
)

const balance = hot<Id, { points: number }>((param) =>
  query.selectFrom('customer_figures').select('points').where('customer_id', '=', param('id')),
)

/** Zeros for somebody who has just joined. */
export const beginFigures = (tx: Writer, customerId: number): void => {
  tx.run(begin({ id: customerId }))
}

/** Counts the sums again. @returns false when there is no such customer. */
export const refreshSums = (tx: Writer, customerId: number): boolean =>
  tx.run(refresh({ id: customerId })).changes > 0

/** Points as kept with the figures; 0 for somebody who is not there any more. */
export const balanceOf = (reader: Reader, customerId: number): number =>
  reader.first(balance({ id: customerId }))?.points ?? 0

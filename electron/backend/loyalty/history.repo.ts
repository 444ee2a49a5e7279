import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'

/** Entries of a customer with what they belong to, newest first. */
export const entriesShown = (reader: Reader, customerId: number, limit: number) =>
  reader.all(
    query
      .selectFrom('points_entry as e')
      .leftJoin('points_action as a', 'a.id', 'e.action_id')
      .leftJoin('points_reason as why', 'why.action_id', 'e.action_id')
      .leftJoin('points_lot as l', 'l.id', 'e.lot_id')
      .leftJoin('points_spend_sale as s', 's.action_id', 'e.action_id')
      .leftJoin('receipt as r', (join) =>
        join.on((eb) => eb('r.id', '=', eb.fn.coalesce('e.receipt_id', 's.sale_id', 'a.sale_id'))),
      )
      .select((eb) => [
        'e.id',
        'e.at',
        'e.kind',
        'e.points',
        eb.fn.coalesce('a.detail', eb.val('')).as('detail'),
        'why.text as reason',
        'r.id as receipt_id',
        'r.total',
        'l.ends_on',
        'e.lot_id',
      ])
      .where('e.customer_id', '=', customerId)
      .orderBy('e.id', 'desc')
      .limit(limit),
  )

/** Lots with anything left, what ends first at the top. */
export const lotsShown = (reader: Reader, customerId: number) =>
  reader.all(
    query
      .selectFrom('points_lot')
      .select(['id', 'remaining', 'given', 'starts_on', 'ends_on'])
      .where('customer_id', '=', customerId)
      .where((eb) => eb('remaining', '>', eb.lit(0)))
      .orderBy((eb) => eb.fn.coalesce('ends_on', eb.val('9999')))
      .orderBy('id'),
  )

/** What the rules' page lets an owner choose from. */
export const ruleChoices = (reader: Reader) => ({
  tiers: reader.all(query.selectFrom('tier').select(['id', 'name']).orderBy('id')),
  categories: reader.all(query.selectFrom('category').select(['id', 'name']).orderBy('position')),
})

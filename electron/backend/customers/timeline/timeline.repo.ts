import { sql } from 'kysely'
import { query } from '../../platform/db/query.ts'
import type { Reader } from '../../platform/db/statements.ts'

/** Each gives what is older than `before` (ms), newest first, at most `limit`. */
interface Asked {
  readonly customerId: number
  readonly before: number
  readonly limit: number
}

export const receiptsBefore = (reader: Reader, { customerId, before, limit }: Asked) =>
  reader.all(
    query
      .selectFrom('receipt as r')
      .select((eb) => [
        'r.id',
        'r.kind',
        'r.issued_at as at',
        'r.total',
        eb
          .selectFrom('points_entry as e')
          .select(sql<number>`coalesce(sum(e.points), 0)`.as('points'))
          .whereRef('e.receipt_id', '=', 'r.id')
          .as('points'),
      ])
      .where('r.customer_id', '=', customerId)
      .where('r.issued_at', '<', before)
      .orderBy('r.issued_at', 'desc')
      .orderBy('r.id', 'desc')
      .limit(limit),
  )

/** Names of the items of a receipt, in order, without options. */
export const itemNames = (reader: Reader, receiptId: number): string[] =>
  reader
    .all(
      query
        .selectFrom('receipt_line')
        .select('name')
        .where('receipt_id', '=', receiptId)
        .where('parent', 'is', null)
        .orderBy('position')
        .limit(6),
    )
    .map((row) => row.name)

/** What happened to points beside what sales gave. */
export const pointsBefore = (reader: Reader, { customerId, before, limit }: Asked) =>
  reader.all(
    query
      .selectFrom('points_action as a')
      .leftJoin('points_reason as w', 'w.action_id', 'a.id')
      .select(['a.id', 'a.at', 'a.kind', 'a.points', 'w.text'])
      .where('a.customer_id', '=', customerId)
      .where('a.at', '<', before)
      .where('a.points', '<>', 0)
      .orderBy('a.at', 'desc')
      .orderBy('a.id', 'desc')
      .limit(limit),
  )

export const couponsBefore = (reader: Reader, { customerId, before, limit }: Asked) =>
  reader.all(
    query
      .selectFrom('coupon as c')
      .innerJoin('coupon_terms as t', 't.id', 'c.terms_id')
      .select(['c.id', 'c.at', 't.name'])
      .where('c.customer_id', '=', customerId)
      .where('c.at', '<', before)
      .orderBy('c.at', 'desc')
      .limit(limit),
  )

export const couponsUsedBefore = (reader: Reader, { customerId, before, limit }: Asked) =>
  reader.all(
    query
      .selectFrom('coupon_entry as e')
      .innerJoin('coupon as c', 'c.id', 'e.coupon_id')
      .innerJoin('coupon_terms as t', 't.id', 'c.terms_id')
      .select(['e.id', 'e.at', 'e.kind', 't.name'])
      .where('c.customer_id', '=', customerId)
      .where('e.kind', 'in', ['use', 'withdraw'])
      .where('e.at', '<', before)
      .orderBy('e.at', 'desc')
      .limit(limit),
  )

/** Prepaid that was sold to them, used by them, ended or given back. */
export const prepaidBefore = (reader: Reader, { customerId, before, limit }: Asked) =>
  reader.all(
    query
      .selectFrom('prepaid_entry as e')
      .innerJoin('prepaid_holding as h', 'h.id', 'e.holding_id')
      .innerJoin('prepaid_terms as t', 't.id', 'h.terms_id')
      .select(['e.id', 'e.at', 'e.kind', 'e.money', 't.name', 't.unit'])
      .select(sql<number>`e.paid + e.bonus`.as('count'))
      .where('e.customer_id', '=', customerId)
      .where('e.at', '<', before)
      .where('e.kind', '<>', 'move')
      .orderBy('e.at', 'desc')
      .orderBy('e.id', 'desc')
      .limit(limit),
  )

export const notesBefore = (reader: Reader, { customerId, before, limit }: Asked) =>
  reader.all(
    query
      .selectFrom('customer_note')
      .select(['id', 'at', 'text'])
      .where('customer_id', '=', customerId)
      .where('at', '<', before)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit),
  )

export const consentsBefore = (reader: Reader, { customerId, before, limit }: Asked) =>
  reader.all(
    query
      .selectFrom('consent as c')
      .innerJoin('consent_wording as w', 'w.id', 'c.wording_id')
      .select(['c.id', 'c.at', 'c.given', 'w.kind'])
      .where('c.customer_id', '=', customerId)
      .where('c.at', '<', before)
      .orderBy('c.at', 'desc')
      .orderBy('c.id', 'desc')
      .limit(limit),
  )

import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { Coupon, CouponEvent } from './coupon.ts'

type Row = Schema['coupon']
type Entry = Schema['coupon_entry']
type Id = { id: number }
type Nothing = Record<string, never>

const couponOf = (row: Row): Coupon => ({
  id: row.id,
  serial: row.serial,
  kindId: row.kind_id,
  termsId: row.terms_id,
  customerId: row.customer_id,
  cause: row.cause,
  fromDate: row.from_date,
  untilDate: row.until_date,
  at: row.at,
})

const secret = hot<Nothing, { secret: Uint8Array }>(() =>
  query.selectFrom('coupon_secret').select('secret').where('id', '=', 1),
)
const greatest = hot<Nothing, { serial: number | null }>(() =>
  query.selectFrom('coupon').select(sql<number | null>`max(serial)`.as('serial')),
)
const byId = hot<Id, Row>((param) => query.selectFrom('coupon').selectAll().where('id', '=', param('id')))
const bySerial = hot<{ serial: number }, Row>((param) =>
  query.selectFrom('coupon').selectAll().where('serial', '=', param('serial')),
)
const ofCustomer = hot<Id, Row>((param) =>
  query.selectFrom('coupon').selectAll().where('customer_id', '=', param('id')).orderBy('id', 'desc'),
)
const events = hot<Id, Entry>((param) =>
  query.selectFrom('coupon_entry').selectAll().where('coupon_id', '=', param('id')).orderBy('id'),
)
const ofCause = hot<{ customer: number; kind: number; cause: string }, { id: number }>((param) =>
  query
    .selectFrom('coupon')
    .select('id')
    .where('customer_id', '=', param('customer'))
    .where('kind_id', '=', param('kind'))
    .where('cause', '=', param('cause')),
)
const add = hot<Row, unknown>((param) =>
  query.insertInto('coupon').values({
    id: param('id'),
    serial: param('serial'),
    kind_id: param('kind_id'),
    terms_id: param('terms_id'),
    customer_id: param('customer_id'),
    cause: param('cause'),
    turn: param('turn'),
    from_date: param('from_date'),
    until_date: param('until_date'),
    at: param('at'),
    business_date: param('business_date'),
  }),
)
const usesOf = hot<Id, { coupon_id: number }>((param) =>
  query
    .selectFrom('coupon_entry')
    .select('coupon_id')
    .distinct()
    .where('receipt_id', '=', param('id'))
    .where('kind', 'in', ['use', 'proof']),
)

export const readSecret = (reader: Reader): Uint8Array | undefined => reader.first(secret({}))?.secret

export const addSecret = (tx: Writer, value: Uint8Array): void => {
  tx.run(query.insertInto('coupon_secret').values({ id: 1, secret: value }))
}

export const greatestSerialSoFar = (reader: Reader): number => reader.first(greatest({}))?.serial ?? 0

export const findCoupon = (reader: Reader, id: number): Coupon | undefined => {
  const row = reader.first(byId({ id }))
  return row === undefined ? undefined : couponOf(row)
}

export const couponWithSerial = (reader: Reader, serial: number): Coupon | undefined => {
  const row = reader.first(bySerial({ serial }))
  return row === undefined ? undefined : couponOf(row)
}

/** Newest first, whatever became of them. */
export const couponsOf = (reader: Reader, customerId: number): Coupon[] =>
  reader.all(ofCustomer({ id: customerId })).map(couponOf)

export const eventsOf = (reader: Reader, couponId: number): CouponEvent[] =>
  reader.all(events({ id: couponId })).map((entry) => ({
    id: entry.id,
    kind: entry.kind,
    receiptId: entry.receipt_id,
    ofId: entry.of_id,
    worth: entry.worth,
    place: entry.place,
    at: entry.at,
  }))

export const couponsOfCause = (reader: Reader, customer: number, kind: number, cause: string): number[] =>
  reader.all(ofCause({ customer, kind, cause })).map((row) => row.id)

export const addCoupon = (tx: Writer, row: Row): void => {
  tx.run(add(row))
}

export const addEntry = (tx: Writer, entry: Entry): void => {
  tx.run(query.insertInto('coupon_entry').values(entry))
}

/** Of coupons for one cause each has a number of its own, also where two people turn out to be one. */
export const nextTurn = (reader: Reader, customer: number, kind: number, cause: string): number =>
  reader.first(
    query
      .selectFrom('coupon')
      .select(sql<number>`coalesce(max(turn) + 1, 0)`.as('turn'))
      .where('customer_id', '=', customer)
      .where('kind_id', '=', kind)
      .where('cause', '=', cause),
  )?.turn ?? 0

export const setOwner = (tx: Writer, coupon: Coupon, customerId: number): void => {
  const turn = nextTurn(tx, customerId, coupon.kindId, coupon.cause)
  tx.run(query.updateTable('coupon').set({ customer_id: customerId, turn }).where('id', '=', coupon.id))
}

/** Coupons that were used on a receipt, or proven by it. */
export const couponsOnReceipt = (reader: Reader, receiptId: number): number[] =>
  reader.all(usesOf({ id: receiptId })).map((row) => row.coupon_id)

/** Coupons of a kind that stand: given and not withdrawn. */
export const countGiven = (reader: Reader, kindId: number, customerId: number | null): number => {
  const given = query
    .selectFrom('coupon as c')
    .select(sql<number>`count(*)`.as('n'))
    .where('c.kind_id', '=', kindId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('coupon_entry as e')
            .select('e.id')
            .whereRef('e.coupon_id', '=', 'c.id')
            .where('e.kind', '=', 'withdraw'),
        ),
      ),
    )
  const rows = reader.all(customerId === null ? given : given.where('c.customer_id', '=', customerId))
  return rows[0]?.n ?? 0
}

/** Coupons that a merge moved to the person who stays, in the order in which it did. */
export const movedBy = (
  reader: Reader,
  mergeId: number,
): { coupon_id: number; customer_id: number | null }[] =>
  reader.all(
    query
      .selectFrom('coupon_entry')
      .select(['coupon_id', 'customer_id'])
      .where('merge_id', '=', mergeId)
      .orderBy('id'),
  )

export interface KindCounts {
  readonly kind_id: number
  readonly given: number
  readonly used: number
  readonly worth: number
}

/** Per kind: given and not withdrawn, used, and what the uses took off. */
export const countsByKind = (reader: Reader): KindCounts[] =>
  reader.all(
    query
      .selectFrom('coupon as c')
      .leftJoin('coupon_entry as e', 'e.coupon_id', 'c.id')
      .select([
        'c.kind_id',
        sql<number>`count(DISTINCT c.id) - count(DISTINCT CASE WHEN e.kind = 'withdraw' THEN c.id END)`.as(
          'given',
        ),
        sql<number>`sum(coalesce(e.kind = 'use', 0)) - sum(coalesce(e.kind = 'free', 0))`.as('used'),
        sql<number>`coalesce(sum(CASE e.kind WHEN 'free' THEN -e.worth ELSE e.worth END), 0)`.as('worth'),
      ])
      .groupBy('c.kind_id'),
  )

/** The latest coupons of a kind, with the owner's name for the list in the office. */
export const latestOfKind = (
  reader: Reader,
  kindId: number,
  limit: number,
): (Coupon & { readonly customerName: string | null })[] =>
  reader
    .all(
      query
        .selectFrom('coupon as c')
        .leftJoin('customer as p', 'p.id', 'c.customer_id')
        .selectAll('c')
        .select('p.name as customer_name')
        .where('c.kind_id', '=', kindId)
        .orderBy('c.id', 'desc')
        .limit(limit),
    )
    .map((row) => ({ ...couponOf(row), customerName: row.customer_name }))

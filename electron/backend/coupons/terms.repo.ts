import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { Target, Terms } from './terms.ts'

type Row = Schema['coupon_terms']
type Id = { id: number }

const byId = hot<Id, Row>((param) =>
  query.selectFrom('coupon_terms').selectAll().where('id', '=', param('id')),
)
const targets = hot<Id, Schema['coupon_target']>((param) =>
  query.selectFrom('coupon_target').selectAll().where('terms_id', '=', param('id')).orderBy('position'),
)
const latest = hot<Id, Row & { active: number }>((param) =>
  query
    .selectFrom('coupon_terms as t')
    .innerJoin('coupon_kind as k', 'k.id', 't.kind_id')
    .selectAll('t')
    .select('k.active')
    .where('t.kind_id', '=', param('id'))
    .orderBy('t.id', 'desc')
    .limit(1),
)

const targetOf = (row: Omit<Schema['coupon_target'], 'terms_id'>): Target => ({
  productId: row.product_id,
  categoryId: row.category_id,
  word: row.word,
})

const termsOf = (reader: Reader, row: Row): Terms => ({
  id: row.id,
  kindId: row.kind_id,
  name: row.name,
  benefit: row.benefit,
  value: row.value,
  most: row.most,
  leastSpend: row.least_spend,
  weekdays: row.weekdays,
  fromMinute: row.from_minute,
  toMinute: row.to_minute,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  validDays: row.valid_days,
  perPerson: row.per_person,
  inAll: row.in_all,
  personal: row.personal === 1,
  occasion: row.occasion,
  tierId: row.tier_id,
  daysBefore: row.days_before,
  absentDays: row.absent_days,
  targets: reader.all(targets({ id: row.id })).map(targetOf),
})

export const readTerms = (reader: Reader, id: number): Terms | undefined => {
  const row = reader.first(byId({ id }))
  return row === undefined ? undefined : termsOf(reader, row)
}

/** What a kind says now, and whether it is given at all. */
export const latestTerms = (
  reader: Reader,
  kindId: number,
): { readonly terms: Terms; readonly active: boolean } | undefined => {
  const row = reader.first(latest({ id: kindId }))
  return row === undefined ? undefined : { terms: termsOf(reader, row), active: row.active === 1 }
}

/** All kinds with what they say now, oldest first. */
export const allKinds = (reader: Reader): { readonly terms: Terms; readonly active: boolean }[] =>
  reader
    .all(query.selectFrom('coupon_kind').select('id').orderBy('id'))
    .flatMap(({ id }) => latestTerms(reader, id) ?? [])

/** Kinds that are given on an occasion by themselves. */
export const kindsFor = (reader: Reader, occasion: Terms['occasion']): Terms[] =>
  reader
    .all(
      query
        .selectFrom('coupon_terms as t')
        .innerJoin('coupon_kind as k', 'k.id', 't.kind_id')
        .selectAll('t')
        .where('k.active', '=', 1)
        .where('t.occasion', '=', occasion)
        .where('t.id', '=', (eb) =>
          eb
            .selectFrom('coupon_terms as n')
            .select(sql<number>`max(n.id)`.as('id'))
            .whereRef('n.kind_id', '=', 't.kind_id'),
        )
        .orderBy('t.id'),
    )
    .map((row) => termsOf(reader, row))

export const isTier = (reader: Reader, id: number): boolean =>
  reader.first(query.selectFrom('tier').select('id').where('id', '=', id)) !== undefined

export const addKind = (tx: Writer, id: number, at: number): void => {
  tx.run(query.insertInto('coupon_kind').values({ id, active: 1, at }))
}

export const setActive = (tx: Writer, id: number, active: boolean): boolean =>
  tx.run(
    query
      .updateTable('coupon_kind')
      .set({ active: active ? 1 : 0 })
      .where('id', '=', id),
  ).changes === 1

export const addTerms = (tx: Writer, terms: Terms, at: number): void => {
  const row: Row = {
    id: terms.id,
    kind_id: terms.kindId,
    name: terms.name,
    benefit: terms.benefit,
    value: terms.value,
    most: terms.most,
    least_spend: terms.leastSpend,
    weekdays: terms.weekdays,
    from_minute: terms.fromMinute,
    to_minute: terms.toMinute,
    valid_from: terms.validFrom,
    valid_to: terms.validTo,
    valid_days: terms.validDays,
    per_person: terms.perPerson,
    in_all: terms.inAll,
    personal: terms.personal ? 1 : 0,
    occasion: terms.occasion,
    tier_id: terms.tierId,
    days_before: terms.daysBefore,
    absent_days: terms.absentDays,
    at,
  }
  tx.run(query.insertInto('coupon_terms').values(row))
  terms.targets.forEach((target, position) => {
    tx.run(
      query.insertInto('coupon_target').values({
        terms_id: terms.id,
        position,
        product_id: target.productId,
        category_id: target.categoryId,
        word: target.word,
      }),
    )
  })
}

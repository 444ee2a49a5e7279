import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { PrepaidTerms } from './terms.ts'

type Row = Schema['prepaid_terms']
type Id = { id: number }

const byId = hot<Id, Row>((param) =>
  query.selectFrom('prepaid_terms').selectAll().where('id', '=', param('id')),
)
const targetsById = hot<Id, Schema['prepaid_target']>((param) =>
  query.selectFrom('prepaid_target').selectAll().where('terms_id', '=', param('id')).orderBy('position'),
)

const shown = (row: Row, targets: readonly Schema['prepaid_target'][]): PrepaidTerms => ({
  id: row.id,
  productId: row.product_id,
  fromDate: row.from_date,
  name: row.name,
  sold: row.sold === 1,
  unit: row.unit,
  price: row.price,
  paid: row.paid,
  bonus: row.bonus,
  singlePrice: row.single_price,
  countedAt: row.counted_at,
  months: row.months,
  penaltyPercent: row.penalty_percent,
  earns: row.earns,
  targets: targets.map((target) => ({
    productId: target.product_id,
    categoryId: target.category_id,
    word: target.word,
  })),
})

/** Terms are never deleted: whoever names some finds them. */
export const termsById = (reader: Reader, id: number): PrepaidTerms => {
  const row = reader.first(byId({ id }))
  if (row === undefined) throw new Error('Prepaid without terms')
  return shown(row, reader.all(targetsById({ id })))
}

/** All terms of all products, as they were made. */
export const readTerms = (reader: Reader): PrepaidTerms[] => {
  const targets = Map.groupBy(
    reader.all(query.selectFrom('prepaid_target').selectAll().orderBy('terms_id').orderBy('position')),
    (target) => target.terms_id,
  )
  return reader
    .all(query.selectFrom('prepaid_terms').selectAll().orderBy('id'))
    .map((row) => shown(row, targets.get(row.id) ?? []))
}

export const addProduct = (tx: Writer, id: number, at: number): void => {
  tx.run(query.insertInto('prepaid_product').values({ id, at }))
}

export const addTerms = (tx: Writer, terms: PrepaidTerms, at: number): void => {
  tx.run(
    query.insertInto('prepaid_terms').values({
      id: terms.id,
      product_id: terms.productId,
      from_date: terms.fromDate,
      name: terms.name,
      sold: terms.sold ? 1 : 0,
      unit: terms.unit,
      price: terms.price,
      paid: terms.paid,
      bonus: terms.bonus,
      single_price: terms.singlePrice,
      counted_at: terms.countedAt,
      months: terms.months,
      penalty_percent: terms.penaltyPercent,
      earns: terms.earns,
      at,
    }),
  )
  terms.targets.forEach((target, position) => {
    tx.run(
      query.insertInto('prepaid_target').values({
        terms_id: terms.id,
        position,
        product_id: target.productId,
        category_id: target.categoryId,
        word: target.word,
      }),
    )
  })
}

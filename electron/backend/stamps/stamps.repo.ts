import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { StampRule } from './earning.ts'

export type StampEntry = Schema['stamp_entry']
type Card = { customer: number; card: number }
type Nothing = Record<string, never>

const rules = hot<Nothing, Schema['stamp_rule']>(() =>
  query.selectFrom('stamp_rule').selectAll().orderBy('id'),
)
const targets = hot<Nothing, Schema['stamp_target']>(() =>
  query.selectFrom('stamp_target').selectAll().orderBy('rule_id').orderBy('position'),
)
const balance = hot<Card, { stamps: number }>((param) =>
  query
    .selectFrom('stamp_entry')
    .select(sql<number>`coalesce(sum(stamps), 0)`.as('stamps'))
    .where('customer_id', '=', param('customer'))
    .where('card_id', '=', param('card')),
)
const balances = hot<{ customer: number }, { card_id: number; stamps: number }>((param) =>
  query
    .selectFrom('stamp_entry')
    .select(['card_id', sql<number>`sum(stamps)`.as('stamps')])
    .where('customer_id', '=', param('customer'))
    .groupBy('card_id'),
)
/** What a sale has given so far, whoever had it then, and by which rule it did first. */
const ofSale = hot<{ sale: number }, { card_id: number; stamps: number; rule_id: number | null }>((param) =>
  query
    .selectFrom('stamp_entry')
    .select([
      'card_id',
      sql<number>`sum(stamps)`.as('stamps'),
      sql<number | null>`min(rule_id)`.as('rule_id'),
    ])
    .where('receipt_id', '=', param('sale'))
    .where('kind', 'in', ['earn', 'take-back'])
    .groupBy('card_id'),
)
const add = hot<StampEntry, unknown>((param) =>
  query.insertInto('stamp_entry').values({
    id: param('id'),
    card_id: param('card_id'),
    customer_id: param('customer_id'),
    kind: param('kind'),
    stamps: param('stamps'),
    receipt_id: param('receipt_id'),
    rule_id: param('rule_id'),
    coupon_id: param('coupon_id'),
    of_id: param('of_id'),
    merge_id: param('merge_id'),
    at: param('at'),
    business_date: param('business_date'),
  }),
)
/** Fillings that stand, newest first, by the one whose coupon it is now. */
const fillings = hot<Card, { id: number; stamps: number; coupon_id: number; rule_id: number | null }>(
  (param) =>
    query
      .selectFrom('stamp_entry as e')
      .innerJoin('coupon as c', 'c.id', 'e.coupon_id')
      .select(['e.id', 'e.stamps', 'c.id as coupon_id', 'e.rule_id'])
      .where('c.customer_id', '=', param('customer'))
      .where('e.card_id', '=', param('card'))
      .where('e.kind', '=', 'fill')
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('stamp_entry as u')
              .select('u.id')
              .whereRef('u.of_id', '=', 'e.id')
              .where('u.kind', '=', 'unfill'),
          ),
        ),
      )
      .orderBy('e.id', 'desc'),
)

/** Every rule of every card. */
export const readRules = (reader: Reader): StampRule[] => {
  const all = reader.all(targets({}))
  return reader.all(rules({})).map((rule) => ({
    id: rule.id,
    cardId: rule.card_id,
    fromDate: rule.from_date,
    name: rule.name,
    basis: rule.basis,
    perWon: rule.per_won,
    length: rule.length,
    rewardKindId: rule.reward_kind_id,
    targets: all
      .filter((target) => target.rule_id === rule.id)
      .map((target) => ({
        productId: target.product_id,
        categoryId: target.category_id,
        word: target.word,
      })),
  }))
}

export const balanceOf = (reader: Reader, customer: number, card: number): number =>
  reader.first(balance({ customer, card }))?.stamps ?? 0

/** Sums by card; cards without entries are missing. */
export const balancesOf = (reader: Reader, customer: number): Map<number, number> =>
  new Map(reader.all(balances({ customer })).map((row) => [row.card_id, row.stamps]))

export const standingOf = (reader: Reader, sale: number) => reader.all(ofSale({ sale }))

export const fillingsOf = (reader: Reader, customer: number, card: number) =>
  reader.all(fillings({ customer, card }))

export const addEntry = (tx: Writer, entry: StampEntry): void => {
  tx.run(add(entry))
}

export const addReason = (tx: Writer, entryId: number, customerId: number, reason: string): void => {
  tx.run(query.insertInto('stamp_reason').values({ entry_id: entryId, customer_id: customerId, reason }))
}

export const addCard = (tx: Writer, id: number, at: number): void => {
  tx.run(query.insertInto('stamp_card').values({ id, at }))
}

export const addRule = (tx: Writer, rule: StampRule, at: number): void => {
  tx.run(
    query.insertInto('stamp_rule').values({
      id: rule.id,
      card_id: rule.cardId,
      from_date: rule.fromDate,
      name: rule.name,
      basis: rule.basis,
      per_won: rule.perWon,
      length: rule.length,
      reward_kind_id: rule.rewardKindId,
      at,
    }),
  )
  rule.targets.forEach((target, position) => {
    tx.run(
      query.insertInto('stamp_target').values({
        rule_id: rule.id,
        position,
        product_id: target.productId,
        category_id: target.categoryId,
        word: target.word,
      }),
    )
  })
}

/** Newest first, with the reason where somebody gave one. */
export const latestEntries = (
  reader: Reader,
  customer: number,
  limit: number,
): (StampEntry & { readonly reason: string | null })[] =>
  reader.all(
    query
      .selectFrom('stamp_entry as e')
      .leftJoin('stamp_reason as r', 'r.entry_id', 'e.id')
      .selectAll('e')
      .select('r.reason')
      .where('e.customer_id', '=', customer)
      .orderBy('e.id', 'desc')
      .limit(limit),
  )

export const entriesOfMerge = (reader: Reader, mergeId: number): StampEntry[] =>
  reader.all(query.selectFrom('stamp_entry').selectAll().where('merge_id', '=', mergeId).orderBy('id'))

/**
 * What came to `into` after an entry from what it had of `from` by a merge: by the sales that came with it, wherever they
 * are now, and by coupons that are `from`'s again and were withdrawn.
 */
export const sinceOf = (
  reader: Reader,
  asked: {
    readonly mergeId: number
    readonly into: number
    readonly from: number
    readonly card: number
    readonly afterId: number
  },
): number =>
  reader.first(
    query
      .selectFrom('stamp_entry as e')
      .leftJoin('coupon as c', 'c.id', 'e.coupon_id')
      .select(sql<number>`coalesce(sum(e.stamps), 0)`.as('stamps'))
      .where('e.customer_id', '=', asked.into)
      .where('e.card_id', '=', asked.card)
      .where('e.id', '>', asked.afterId)
      .where((eb) =>
        eb.or([
          eb.and([
            eb('e.kind', 'in', ['earn', 'take-back']),
            eb(
              'e.receipt_id',
              'in',
              eb
                .selectFrom('customer_merge_moved')
                .select('row_id')
                .where('merge_id', '=', asked.mergeId)
                .where('table_name', '=', 'receipt'),
            ),
          ]),
          eb.and([eb('e.kind', '=', 'unfill'), eb('c.customer_id', '=', asked.from)]),
        ]),
      ),
  )?.stamps ?? 0

/** How many cards people are filling now, by card. */
export const collectorsByCard = (reader: Reader): { card_id: number; people: number }[] =>
  reader.all(
    query
      .selectFrom('stamp_entry')
      .select(['card_id', sql<number>`count(DISTINCT customer_id)`.as('people')])
      .groupBy('card_id'),
  )

/** Words about one entry of a person are about the other one now. */
export const handReasons = (tx: Writer, from: number, into: number): void => {
  tx.run(query.updateTable('stamp_reason').set({ customer_id: into }).where('customer_id', '=', from))
}

/** Words about what was corrected for `from` are its own again. */
export const takeReasonsBack = (tx: Writer, from: number, into: number): void => {
  tx.run(
    query
      .updateTable('stamp_reason')
      .set({ customer_id: from })
      .where('customer_id', '=', into)
      .where('entry_id', 'in', query.selectFrom('stamp_entry').select('id').where('customer_id', '=', from)),
  )
}

import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

export type Action = Schema['points_action']
type Id = { id: number }

/** What is still used of a spend in one lot: the lot's share less what came back to it. */
export interface UsedPart {
  readonly lot_id: number | null
  readonly customer_id: number
  readonly points: number
}

const add = hot<Action, unknown>((param) =>
  query.insertInto('points_action').values({
    id: param('id'),
    kind: param('kind'),
    customer_id: param('customer_id'),
    sale_id: param('sale_id'),
    receipt_id: param('receipt_id'),
    points: param('points'),
    rule_id: param('rule_id'),
    undoes_id: param('undoes_id'),
    detail: param('detail'),
    at: param('at'),
    business_date: param('business_date'),
  }),
)
const byId = hot<Id, Action>((param) =>
  query.selectFrom('points_action').selectAll().where('id', '=', param('id')),
)
const undoing = hot<Id, { points: number }>((param) =>
  query
    .selectFrom('points_action')
    .select(sql<number>`coalesce(sum(points), 0)`.as('points'))
    .where('undoes_id', '=', param('id')),
)
const parts = hot<Id, UsedPart>((param) =>
  query
    .selectFrom('points_entry')
    .select(['lot_id', 'customer_id', sql<number>`-sum(points)`.as('points')])
    .where('action_id', 'in', (eb) =>
      eb
        .selectFrom('points_action')
        .select('id')
        .where('id', '=', param('id'))
        .unionAll(eb.selectFrom('points_action').select('id').where('undoes_id', '=', param('id'))),
    )
    .groupBy(['lot_id', 'customer_id'])
    .having(sql<number>`-sum(points)`, '>', 0),
)
const spends = hot<Id, Action>((param) =>
  query
    .selectFrom('points_spend_sale as s')
    .innerJoin('points_action as a', 'a.id', 's.action_id')
    .selectAll('a')
    .where('s.sale_id', '=', param('id'))
    .orderBy('a.id'),
)
const loose = hot<{ customer: number; since: number; before: number }, Action>((param) =>
  query
    .selectFrom('points_action as a')
    .selectAll('a')
    .where('a.customer_id', '=', param('customer'))
    .where('a.kind', '=', 'spend')
    .where('a.undoes_id', 'is', null)
    .where('a.at', '>=', param('since'))
    .where('a.at', '<=', param('before'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('points_spend_sale as s').select('s.sale_id').whereRef('s.action_id', '=', 'a.id'),
        ),
      ),
    )
    .orderBy('a.id'),
)
const bonuses = hot<Id, Action>((param) =>
  query
    .selectFrom('points_action')
    .selectAll()
    .where('sale_id', '=', param('id'))
    .where('kind', '=', 'bonus')
    .where('undoes_id', 'is', null)
    .orderBy('id'),
)
const bonusesTo = hot<{ customer: number }, Action>((param) =>
  query
    .selectFrom('points_action')
    .selectAll()
    .where('customer_id', '=', param('customer'))
    .where('kind', '=', 'bonus')
    .where('undoes_id', 'is', null)
    .orderBy('id'),
)

export const addAction = (tx: Writer, action: Action): void => {
  tx.run(add(action))
}

export const findAction = (reader: Reader, id: number): Action | undefined => reader.first(byId({ id }))

/** Sum of the points of whatever undoes this action; 0 while it stands whole. */
export const undoneOf = (reader: Reader, actionId: number): number =>
  reader.first(undoing({ id: actionId }))?.points ?? 0

/** What of a spend is still used, lot by lot; points above nought. */
export const usedParts = (reader: Reader, actionId: number): UsedPart[] => reader.all(parts({ id: actionId }))

/** Spends that belong to a sale. */
export const spendsOf = (reader: Reader, saleId: number): Action[] => reader.all(spends({ id: saleId }))

/** Spends of a customer between two times that have no sale yet. */
export const looseSpends = (reader: Reader, customer: number, since: number, before: number): Action[] =>
  reader.all(loose({ customer, since, before }))

export const joinSpend = (tx: Writer, actionId: number, saleId: number, at: number): void => {
  tx.run(query.insertInto('points_spend_sale').values({ action_id: actionId, sale_id: saleId, at }))
}

/** Bonuses that came with a sale, taken back or not. */
export const bonusesWith = (reader: Reader, saleId: number): Action[] => reader.all(bonuses({ id: saleId }))

/** All bonuses that a customer was ever given. */
export const bonusesOf = (reader: Reader, customerId: number): Action[] =>
  reader.all(bonusesTo({ customer: customerId }))

export const addReason = (tx: Writer, actionId: number, customerId: number, text: string): void => {
  tx.run(query.insertInto('points_reason').values({ action_id: actionId, customer_id: customerId, text }))
}

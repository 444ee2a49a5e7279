import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { BoughtDay } from './history.ts'
import type { TierPlan } from './plan.ts'

export type TierEntry = Schema['tier_entry']
export type TierRow = Schema['customer_tier']
export type TierSet = Schema['tier_set']
type Id = { id: number }
type Nothing = Record<string, never>

const plans = hot<Nothing, Schema['tier_plan']>(() => query.selectFrom('tier_plan').selectAll().orderBy('id'))
const levels = hot<Nothing, Schema['tier_plan_level']>(() =>
  query.selectFrom('tier_plan_level').selectAll().orderBy('need'),
)
const names = hot<Nothing, { id: number; name: string }>(() =>
  query.selectFrom('tier').select(['id', 'name']).orderBy('id'),
)
/** What was given back later counts against the day of its sale, as if it had never been bought. */
const history = hot<Id, BoughtDay>((param) =>
  query
    .selectFrom((from) =>
      from
        .selectFrom('receipt as r')
        .select([
          'r.business_date as date',
          sql<number>`r.total + coalesce(
            (SELECT sum(b.total) FROM receipt AS b WHERE b.refunds_receipt_id = r.id), 0)`.as('remaining'),
        ])
        .where('r.customer_id', '=', param('id'))
        .where('r.kind', '<>', 'refund')
        .as('sale'),
    )
    .select([
      'date',
      sql<number>`sum(max(remaining, 0))`.as('net'),
      sql<number>`max(remaining > 0)`.as('visits'),
    ])
    .groupBy('date')
    .orderBy('date'),
)
const sets = hot<Id, TierSet>((param) =>
  query.selectFrom('tier_set').selectAll().where('customer_id', '=', param('id')).orderBy('id'),
)
const row = hot<Id, TierRow>((param) =>
  query.selectFrom('customer_tier').selectAll().where('customer_id', '=', param('id')),
)
const put = hot<TierRow, unknown>((param) =>
  query
    .insertInto('customer_tier')
    .values({
      customer_id: param('customer_id'),
      tier_id: param('tier_id'),
      since: param('since'),
      looked_on: param('looked_on'),
      next_on: param('next_on'),
    })
    .onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet({
        tier_id: sql`excluded.tier_id`,
        since: sql`excluded.since`,
        looked_on: sql`excluded.looked_on`,
        next_on: sql`excluded.next_on`,
      }),
    ),
)

export const readPlans = (reader: Reader): TierPlan[] => {
  const all = reader.all(levels({}))
  return reader.all(plans({})).map((plan) => ({
    id: plan.id,
    fromDate: plan.from_date,
    measure: plan.measure,
    windowMonths: plan.window_months,
    graceDays: plan.grace_days,
    levels: all
      .filter((level) => level.plan_id === plan.id)
      .map((level) => ({ tierId: level.tier_id, need: level.need })),
  }))
}

export const tierNames = (reader: Reader): Map<number, string> =>
  new Map(reader.all(names({})).map((tier) => [tier.id, tier.name]))

export const boughtDays = (reader: Reader, customerId: number): BoughtDay[] =>
  reader.all(history({ id: customerId }))

export const handSets = (reader: Reader, customerId: number): TierSet[] =>
  reader.all(sets({ id: customerId }))

export const readRow = (reader: Reader, customerId: number): TierRow | undefined =>
  reader.first(row({ id: customerId }))

export const putRow = (tx: Writer, value: TierRow): void => {
  tx.run(put(value))
}

export const addEntry = (tx: Writer, entry: TierEntry): void => {
  tx.run(query.insertInto('tier_entry').values(entry))
}

export const entriesOf = (reader: Reader, customerId: number, limit: number): TierEntry[] =>
  reader.all(
    query
      .selectFrom('tier_entry')
      .selectAll()
      .where('customer_id', '=', customerId)
      .orderBy('id', 'desc')
      .limit(limit),
  )

export const addTier = (tx: Writer, id: number, name: string, at: number): void => {
  tx.run(query.insertInto('tier').values({ id, name, at }))
}

export const renameTier = (tx: Writer, id: number, name: string): void => {
  tx.run(query.updateTable('tier').set({ name }).where('id', '=', id))
}

export const addPlan = (tx: Writer, plan: TierPlan, at: number): void => {
  tx.run(
    query.insertInto('tier_plan').values({
      id: plan.id,
      from_date: plan.fromDate,
      measure: plan.measure,
      window_months: plan.windowMonths,
      grace_days: plan.graceDays,
      at,
    }),
  )
  for (const { tierId, need } of plan.levels)
    tx.run(query.insertInto('tier_plan_level').values({ plan_id: plan.id, tier_id: tierId, need }))
}

export const addSet = (tx: Writer, set: TierSet, reason: string): void => {
  tx.run(query.insertInto('tier_set').values(set))
  if (reason !== '')
    tx.run(query.insertInto('tier_reason').values({ set_id: set.id, customer_id: set.customer_id, reason }))
}

export const setOfMerge = (reader: Reader, customerId: number, mergeId: number): TierSet | undefined =>
  reader.first(
    query
      .selectFrom('tier_set')
      .selectAll()
      .where('customer_id', '=', customerId)
      .where('merge_id', '=', mergeId)
      .orderBy('id')
      .limit(1),
  )

/** Customers whose tier becomes another one by itself up to that day. */
export const dueUpTo = (reader: Reader, date: string, limit: number): number[] =>
  reader
    .all(
      query
        .selectFrom('customer_tier')
        .select('customer_id')
        .where('next_on', '<=', date)
        .orderBy('next_on')
        .limit(limit),
    )
    .map((due) => due.customer_id)

export const customersAfter = (reader: Reader, after: number, limit: number): number[] =>
  reader
    .all(query.selectFrom('customer').select('id').where('id', '>', after).orderBy('id').limit(limit))
    .map((customer) => customer.id)

export const readSweep = (reader: Reader): Schema['tier_sweep'] | undefined =>
  reader.first(query.selectFrom('tier_sweep').selectAll().where('id', '=', 1))

export const putSweep = (tx: Writer, sweep: Omit<Schema['tier_sweep'], 'id'>): void => {
  tx.run(
    query
      .insertInto('tier_sweep')
      .values({ id: 1, ...sweep })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(sweep)),
  )
}

export const peopleByTier = (reader: Reader): { tier_id: number | null; people: number }[] =>
  reader.all(
    query
      .selectFrom('customer_tier')
      .select(['tier_id', sql<number>`count(*)`.as('people')])
      .where('tier_id', 'is not', null)
      .groupBy('tier_id'),
  )

/** Words about one entry of a person are about the other one now. */
export const handReasons = (tx: Writer, from: number, into: number): void => {
  tx.run(query.updateTable('tier_reason').set({ customer_id: into }).where('customer_id', '=', from))
}

/** Words about what was set for `from` are its own again. */
export const takeReasonsBack = (tx: Writer, from: number, into: number): void => {
  tx.run(
    query
      .updateTable('tier_reason')
      .set({ customer_id: from })
      .where('customer_id', '=', into)
      .where('set_id', 'in', query.selectFrom('tier_set').select('id').where('customer_id', '=', from)),
  )
}

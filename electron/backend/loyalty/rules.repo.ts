import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { Rule } from './rule.ts'

type Head = Schema['points_rule']
type Id = { id: number }

const holding = hot<{ date: string }, Id>((param) =>
  query
    .selectFrom('points_rule as r')
    .leftJoin('points_rule_withdrawn as w', 'w.rule_id', 'r.id')
    .select('r.id')
    .where('r.from_date', '<=', param('date'))
    .where('w.rule_id', 'is', null)
    .orderBy('r.from_date', 'desc')
    .orderBy('r.id', 'desc')
    .limit(1),
)
const head = hot<Id, Head>((param) =>
  query.selectFrom('points_rule').selectAll().where('id', '=', param('id')),
)
const rates = hot<Id, Schema['points_rule_rate']>((param) =>
  query.selectFrom('points_rule_rate').selectAll().where('rule_id', '=', param('id')),
)
const excluded = hot<Id, Schema['points_rule_excluded']>((param) =>
  query.selectFrom('points_rule_excluded').selectAll().where('rule_id', '=', param('id')),
)
const bonuses = hot<Id, Schema['points_rule_bonus']>((param) =>
  query.selectFrom('points_rule_bonus').selectAll().where('rule_id', '=', param('id')),
)
const all = hot<Record<string, never>, Head & { withdrawn_at: EpochMs | null }>(() =>
  query
    .selectFrom('points_rule as r')
    .leftJoin('points_rule_withdrawn as w', 'w.rule_id', 'r.id')
    .selectAll('r')
    .select('w.at as withdrawn_at')
    .orderBy('r.from_date', 'desc')
    .orderBy('r.id', 'desc'),
)

/** The rule that holds on a day; every ledger has one from the beginning of time. */
export const ruleIdOn = (reader: Reader, date: BusinessDate): number => {
  const found = reader.first(holding({ date }))
  if (found === undefined) throw new Error('The ledger has no rule for points')
  return found.id
}

export const readRule = (reader: Reader, id: number): Rule | undefined => {
  const row = reader.first(head({ id }))
  if (row === undefined) return undefined
  const left = reader.all(excluded({ id }))
  return {
    id,
    fromDate: row.from_date,
    way: row.way,
    carries: row.carries === 1,
    leastSpend: row.least_spend,
    lifetimeMonths: row.lifetime_months,
    birthdayDays: row.birthday_days,
    rates: reader.all(rates({ id })).map((rate) => ({
      tierId: rate.tier_id,
      method: rate.method,
      points: rate.points,
      perWon: rate.per_won,
    })),
    excludedItems: left.filter(({ what }) => what === 'item').map(({ value }) => value),
    excludedCategories: left.filter(({ what }) => what === 'category').map(({ value }) => Number(value)),
    bonuses: Object.fromEntries(reader.all(bonuses({ id })).map(({ kind, points }) => [kind, points])),
  }
}

export interface RuleHead {
  readonly id: number
  readonly madeAt: EpochMs
  readonly withdrawnAt: EpochMs | null
}

/** Newest day first. */
export const ruleHeads = (reader: Reader): RuleHead[] =>
  reader.all(all({})).map((row) => ({ id: row.id, madeAt: row.made_at, withdrawnAt: row.withdrawn_at }))

export const addRule = (tx: Writer, rule: Rule, madeAt: EpochMs): void => {
  tx.run(
    query.insertInto('points_rule').values({
      id: rule.id,
      from_date: rule.fromDate,
      made_at: madeAt,
      way: rule.way,
      carries: rule.carries ? 1 : 0,
      least_spend: rule.leastSpend,
      lifetime_months: rule.lifetimeMonths,
      birthday_days: rule.birthdayDays,
    }),
  )
  for (const { tierId, method, points, perWon } of rule.rates)
    tx.run(
      query
        .insertInto('points_rule_rate')
        .values({ rule_id: rule.id, tier_id: tierId, method, points, per_won: perWon }),
    )
  const left = [
    ...[...new Set(rule.excludedItems)].map((value) => ({ what: 'item' as const, value })),
    ...[...new Set(rule.excludedCategories)].map((id) => ({ what: 'category' as const, value: String(id) })),
  ]
  for (const one of left)
    tx.run(query.insertInto('points_rule_excluded').values({ rule_id: rule.id, ...one }))
  for (const kind of ['first-visit', 'friend', 'survey', 'review', 'birthday'] as const) {
    const points = rule.bonuses[kind] ?? 0
    if (points > 0) tx.run(query.insertInto('points_rule_bonus').values({ rule_id: rule.id, kind, points }))
  }
}

export const addWithdrawal = (tx: Writer, ruleId: number, at: EpochMs): void => {
  tx.run(query.insertInto('points_rule_withdrawn').values({ rule_id: ruleId, at }))
}

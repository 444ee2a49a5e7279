import { sql } from 'kysely'
import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

export type Stage = Schema['points_notice']['stage']
export type CheckRow = Schema['points_check']

/** Open points by the months of their beginning and end; '' for those that do not end. */
export const openByMonths = (reader: Reader): Schema['points_open'][] =>
  reader.all(
    query
      .selectFrom('points_open')
      .selectAll()
      .where('lots', '>', 0)
      .orderBy(sql`end_month = ''`)
      .orderBy('end_month')
      .orderBy('start_month'),
  )

/** How many have points, and what is owed by those who have less than none: above nought. */
export const holders = (reader: Reader): { customers: number; claims: number } =>
  reader.first(
    query
      .selectFrom('customer_figures')
      .select([
        sql<number>`count(*) FILTER (WHERE points > 0)`.as('customers'),
        sql<number>`coalesce(-sum(points) FILTER (WHERE points < 0), 0)`.as('claims'),
      ]),
  ) ?? { customers: 0, claims: 0 }

/** Points used and points ended since a time, both above nought. Ids grow with time. */
export const usedAndEnded = (reader: Reader, since: EpochMs): { used: number; ended: number } => {
  const row = reader.first(
    query
      .selectFrom('points_action')
      .select([
        sql<number>`coalesce(-sum(points) FILTER (WHERE kind = 'spend'), 0)`.as('used'),
        sql<number>`coalesce(-sum(points) FILTER (WHERE kind = 'expire'), 0)`.as('ended'),
      ])
      .where('id', '>=', since * 1024),
  )
  return { used: Math.max(0, row?.used ?? 0), ended: Math.max(0, row?.ended ?? 0) }
}

const endingBetween = (from: BusinessDate, to: BusinessDate, stage: Stage) =>
  query
    .selectFrom('points_lot as l')
    .leftJoin('points_notice as n', (join) =>
      join
        .onRef('n.customer_id', '=', 'l.customer_id')
        .onRef('n.ends_on', '=', 'l.ends_on')
        .on('n.stage', '=', stage),
    )
    .where(sql<boolean>`l.remaining > 0`)
    .where('l.ends_on', '>=', from)
    .where('l.ends_on', '<=', to)

/** How many are to be told of points that end between two days. */
export const noticeSums = (reader: Reader, from: BusinessDate, to: BusinessDate, stage: Stage) =>
  reader.first(
    endingBetween(from, to, stage).select([
      sql<number>`count(DISTINCT l.customer_id)`.as('customers'),
      sql<number>`coalesce(sum(l.remaining), 0)`.as('points'),
      sql<number>`count(DISTINCT n.customer_id)`.as('told'),
    ]),
  ) ?? { customers: 0, points: 0, told: 0 }

/** Whom to tell, the nearest end first. */
export const noticesDue = (reader: Reader, from: BusinessDate, to: BusinessDate, stage: Stage) =>
  reader.all(
    endingBetween(from, to, stage)
      .innerJoin('customer as c', 'c.id', 'l.customer_id')
      .select((eb) => [
        'l.customer_id',
        'c.name',
        'c.phone',
        eb.ref('l.ends_on').$notNull().as('ends_on'),
        sql<number>`sum(l.remaining)`.as('points'),
        sql<number>`n.id IS NOT NULL`.as('told'),
      ])
      .groupBy(['l.customer_id', 'l.ends_on'])
      .orderBy('l.ends_on')
      .orderBy('l.customer_id')
      .limit(2_000),
  )

export const addNotice = (tx: Writer, notice: Schema['points_notice']): void => {
  tx.run(
    query
      .insertInto('points_notice')
      .values(notice)
      .onConflict((conflict) => conflict.doNothing()),
  )
}

export const lastCheck = (reader: Reader): CheckRow | undefined =>
  reader.first(query.selectFrom('points_check').selectAll().orderBy('id', 'desc').limit(1))

export const addCheck = (tx: Writer, check: CheckRow): void => {
  tx.run(query.insertInto('points_check').values(check))
}

export interface CheckedCustomer {
  readonly id: number
  readonly balance: number
  readonly entries: number
  readonly count: number
  readonly lots: number
  readonly claim: number
}

/** Some customers after one, with the three sums that have to agree. */
export const sumsAfter = (reader: Reader, after: number, limit: number): CheckedCustomer[] =>
  reader.all(
    query
      .selectFrom('customer_figures as f')
      .select([
        'f.customer_id as id',
        'f.points as balance',
        sql<number>`(SELECT coalesce(sum(e.points), 0) FROM points_entry AS e WHERE e.customer_id = f.customer_id)`.as(
          'entries',
        ),
        sql<number>`(SELECT count(*) FROM points_entry AS e WHERE e.customer_id = f.customer_id)`.as('count'),
        sql<number>`(SELECT coalesce(sum(l.remaining), 0) FROM points_lot AS l
          WHERE l.customer_id = f.customer_id AND l.remaining > 0)`.as('lots'),
        sql<number>`(SELECT coalesce(-sum(e.points), 0) FROM points_entry AS e
          WHERE e.customer_id = f.customer_id AND e.lot_id IS NULL)`.as('claim'),
      ])
      .where('f.customer_id', '>', after)
      .orderBy('f.customer_id')
      .limit(limit),
  )

export const readReminder = (reader: Reader): number | undefined =>
  reader.first(query.selectFrom('counter_reminder').select('seconds'))?.seconds

export const keepReminder = (tx: Writer, seconds: number): void => {
  tx.run(query.replaceInto('counter_reminder').values({ id: 1, seconds }))
}

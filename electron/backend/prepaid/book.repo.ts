import { sql } from 'kysely'
import type { BusinessDate } from '#shared/dates.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

export type Stage = Schema['prepaid_notice']['stage']
export type CheckRow = Schema['prepaid_check']

/** Won of what is left of what was paid for, up to the next whole won a holding; times by the price of the pass. */
const openWon = sql<number>`CASE t.unit WHEN 'won' THEN h.paid_left
  ELSE (t.price * h.paid_left + t.paid - 1) / t.paid END`
const bonusWon = sql<number>`CASE t.unit WHEN 'won' THEN h.bonus_left ELSE t.price * h.bonus_left / t.paid END`

const open = () =>
  query
    .selectFrom('prepaid_holding as h')
    .innerJoin('prepaid_terms as t', 't.id', 'h.terms_id')
    .where(sql<boolean>`h.paid_left + h.bonus_left > 0`)

export interface OpenMonth {
  readonly month: string
  readonly won: number
  readonly bonus: number
  readonly holdings: number
}

/** What is open by the month of its end; '' for what does not end. */
export const openByMonth = (reader: Reader): OpenMonth[] =>
  reader.all(
    open()
      .select(({ fn }) => [
        sql<string>`coalesce(substr(h.ends_on, 1, 7), '')`.as('month'),
        sql<number>`sum(${openWon})`.as('won'),
        sql<number>`sum(${bonusWon})`.as('bonus'),
        fn.countAll<number>().as('holdings'),
      ])
      .groupBy('month')
      .orderBy(sql`month = ''`)
      .orderBy('month'),
  )

/** How many people have something open, and won of those who are nobody any more. */
export const openHolders = (reader: Reader): { customers: number; ofNobody: number } =>
  reader.first(
    open()
      .leftJoin('customer as c', 'c.id', 'h.customer_id')
      .select([
        sql<number>`count(DISTINCT c.id)`.as('customers'),
        sql<number>`coalesce(sum(${openWon}) FILTER (WHERE c.id IS NULL), 0)`.as('ofNobody'),
      ]),
  ) ?? { customers: 0, ofNobody: 0 }

/** Holdings that ended and were sold on or after a day, with their entries still to be asked. */
export const endedSince = (reader: Reader, soldOn: BusinessDate): number[] =>
  reader
    .all(
      query
        .selectFrom('prepaid_entry as e')
        .innerJoin('prepaid_holding as h', 'h.id', 'e.holding_id')
        .select('h.id')
        .distinct()
        .where('e.kind', '=', 'end')
        .where('h.starts_on', '>=', soldOn)
        .orderBy('h.id')
        .limit(5_000),
    )
    .map(({ id }) => id)

const ending = (from: BusinessDate, to: BusinessDate, stage: Stage) =>
  query
    .selectFrom('prepaid_holding as h')
    .innerJoin('prepaid_terms as t', 't.id', 'h.terms_id')
    .innerJoin('customer as c', 'c.id', 'h.customer_id')
    .leftJoin('prepaid_notice as n', (join) =>
      join.onRef('n.holding_id', '=', 'h.id').onRef('n.ends_on', '=', 'h.ends_on').on('n.stage', '=', stage),
    )
    .where(sql<boolean>`h.paid_left + h.bonus_left > 0`)
    .where('h.ends_on', '>=', from)
    .where('h.ends_on', '<=', to)

/** Whom to tell, the nearest end first. */
export const noticesDue = (reader: Reader, from: BusinessDate, to: BusinessDate, stage: Stage) =>
  reader.all(
    ending(from, to, stage)
      .select((eb) => [
        'h.id',
        'h.customer_id',
        'c.name as customer_name',
        'c.phone',
        't.name',
        't.unit',
        sql<number>`h.paid_left + h.bonus_left`.as('left'),
        eb.ref('h.ends_on').$notNull().as('ends_on'),
        sql<number>`n.id IS NOT NULL`.as('told'),
      ])
      .orderBy('h.ends_on')
      .orderBy('h.id')
      .limit(2_000),
  )

export const addNotice = (tx: Writer, notice: Schema['prepaid_notice']): void => {
  tx.run(
    query
      .insertInto('prepaid_notice')
      .values(notice)
      .onConflict((conflict) => conflict.doNothing()),
  )
}

export const lastCheck = (reader: Reader): CheckRow | undefined =>
  reader.first(query.selectFrom('prepaid_check').selectAll().orderBy('id', 'desc').limit(1))

export const addCheck = (tx: Writer, check: CheckRow): void => {
  tx.run(query.insertInto('prepaid_check').values(check))
}

export interface CheckedHolding {
  readonly id: number
  readonly left: number
  readonly sums: number
  readonly bonusLeft: number
  readonly bonusSums: number
  readonly count: number
}

/** Some holdings after one, with what is left as it is kept and as entries say. */
export const sumsAfter = (reader: Reader, after: number, limit: number): CheckedHolding[] =>
  reader.all(
    query
      .selectFrom('prepaid_holding as h')
      .leftJoin('prepaid_entry as e', 'e.holding_id', 'h.id')
      .select([
        'h.id',
        'h.paid_left as left',
        'h.bonus_left as bonusLeft',
        sql<number>`coalesce(sum(e.paid), 0)`.as('sums'),
        sql<number>`coalesce(sum(e.bonus), 0)`.as('bonusSums'),
        sql<number>`count(e.id)`.as('count'),
      ])
      .where('h.id', '>', after)
      .groupBy('h.id')
      .orderBy('h.id')
      .limit(limit),
  )

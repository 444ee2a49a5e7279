import { sql } from 'kysely'
import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import { standing } from './standing.repo.ts'
import type { BoughtItem } from './usual.ts'

export type HabitRow = Schema['customer_habit']
type Id = { id: number }

const visits = hot<Id, { business_date: string; issued_at: number }>((param) =>
  query
    .selectFrom('receipt')
    .select(['business_date', (eb) => eb.fn.min('issued_at').as('issued_at')])
    .where(standing(param('id')))
    .groupBy('business_date')
    .orderBy('business_date', 'desc')
    .limit(31),
)
const bought = hot<Id & { since: string }, BoughtItem>((param) =>
  query
    .selectFrom('receipt_line as l')
    .innerJoin('receipt as r', 'r.id', 'l.receipt_id')
    .select((eb) => [
      'l.name',
      eb.fn.coalesce('l.quantity', eb.lit(1)).as('quantity'),
      'r.business_date as date',
    ])
    .where(
      'r.id',
      'in',
      query
        .selectFrom('receipt')
        .select('id')
        .where(standing(param('id')))
        .where('business_date', '>=', param('since'))
        .orderBy('business_date', 'desc')
        .orderBy('issued_at', 'desc')
        .limit(30),
    )
    .where('l.parent', 'is', null)
    .where('l.amount', '>', 0),
)
const put = hot<HabitRow, unknown>((param) =>
  query.replaceInto('customer_habit').values({
    customer_id: param('customer_id'),
    weekday: param('weekday'),
    hour: param('hour'),
    rhythm_days: param('rhythm_days'),
    rhythm_low: param('rhythm_low'),
    rhythm_high: param('rhythm_high'),
    next_from: param('next_from'),
    next_to: param('next_to'),
    usual: param('usual'),
  }),
)
const byId = hot<Id, HabitRow>((param) =>
  query.selectFrom('customer_habit').selectAll().where('customer_id', '=', param('id')),
)
const missing = hot<{ after: number; limit: number }, Id>((param) =>
  query
    .selectFrom('customer as c')
    .select('c.id')
    .where('c.id', '>', param('after'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('customer_habit as h')
            .select(sql.lit(1).as('one'))
            .whereRef('h.customer_id', '=', 'c.id'),
        ),
      ),
    )
    .orderBy('c.id')
    .limit(param('limit')),
)

export interface Visit {
  readonly date: string
  /** When the first receipt of the day was issued. */
  readonly at: number
}

/** The latest 31 business days with a sale that stands, ascending. */
export const latestVisits = (reader: Reader, id: number): Visit[] =>
  reader
    .all(visits({ id }))
    .map((row) => ({ date: row.business_date, at: row.issued_at }))
    .reverse()

/** Items (no options, nothing free) of the latest 30 sales that stand, not before `since`. */
export const latelyBought = (reader: Reader, id: number, since: string): BoughtItem[] =>
  reader.all(bought({ id, since }))

export const putHabit = (tx: Writer, row: HabitRow): void => {
  tx.run(put({ ...row }))
}

export const readHabit = (reader: Reader, id: number): HabitRow | undefined => reader.first(byId({ id }))

/** Customers, by id, whose habits were never counted. */
export const withoutHabits = (reader: Reader, after: number, limit: number): number[] =>
  reader.all(missing({ after, limit })).map((row) => row.id)

/** From names on receipts to the names under which the shop knows those products. */
export const shownNames = (reader: Reader, names: readonly string[]): Map<string, string> =>
  new Map(
    reader
      .all(
        query
          .selectFrom('product_name as n')
          .innerJoin('product as p', 'p.id', 'n.product_id')
          .innerJoin('product as s', 's.id', 'p.stands_for')
          .select(['n.name as printed', 's.name as shown'])
          .where('n.name', 'in', names),
      )
      .map((row) => [row.printed, row.shown]),
  )

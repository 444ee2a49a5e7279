import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

type Waiting = Omit<Schema['counter_waiting'], 'id'>
type Slip = Pick<Schema['slip'], 'id' | 'number' | 'state'>

const waiting = hot<Record<string, never>, Waiting & { name: string }>(() =>
  query
    .selectFrom('counter_waiting as w')
    .innerJoin('customer as c', 'c.id', 'w.customer_id')
    .select(['w.customer_id', 'w.print', 'w.since', 'c.name'])
    .where('w.id', '=', 1),
)
const letGo = hot<Record<string, never>, unknown>(() =>
  query.deleteFrom('counter_waiting').where('id', '=', 1),
)
const day = hot<{ date: string }, Schema['daily_total']>((param) =>
  query.selectFrom('daily_total').selectAll().where('business_date', '=', param('date')),
)
const slipOf = hot<{ receipt: number; customer: number; since: number }, Slip>((param) =>
  query
    .selectFrom('slip')
    .select(['id', 'number', 'state'])
    .where('receipt_id', '=', param('receipt'))
    .where('customer_id', '=', param('customer'))
    .where('at', '>=', param('since'))
    .orderBy('id', 'desc')
    .limit(1),
)

/** Who stands at the counter and takes the next receipt. */
export const readWaiting = (reader: Reader): (Waiting & { name: string }) | undefined =>
  reader.first(waiting({}))

export const setWaiting = (tx: Writer, row: Waiting): void => {
  tx.run(
    query
      .insertInto('counter_waiting')
      .values({ id: 1, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
  )
}

export const clearWaiting = (tx: Writer): void => {
  tx.run(letGo({}))
}

export const readDay = (reader: Reader, date: string): Schema['daily_total'] | undefined =>
  reader.first(day({ date }))

/** The slip of this attachment: an earlier customer's, or one from before it was taken off, is another one. */
export const slipOfAttachment = (
  reader: Reader,
  receipt: number,
  customer: number,
  since: number,
): Slip | null => reader.first(slipOf({ receipt, customer, since })) ?? null

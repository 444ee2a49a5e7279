import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

export type StandingRow = Schema['customer_standing']

const due = hot<{ most: number }, { customer_id: number; known: number | null }>((param) =>
  query
    .selectFrom('standing_due as d')
    .leftJoin('customer as c', 'c.id', 'd.customer_id')
    .select(['d.customer_id', 'c.id as known'])
    .orderBy('d.customer_id')
    .limit(param('most')),
)

/** Whose standing is to be counted; `known` is null for those who are gone. */
export const dueStandings = (reader: Reader, most: number): { customer_id: number; known: number | null }[] =>
  reader.all(due({ most }))

/** A list as one parameter, so that lists of all lengths are one statement. */
const among = (ids: readonly number[]) => sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

const at = (place: number) => sql`json_extract(e.value, ${sql.lit(`$[${place}]`)})`

/** Standings of some people as they have become: who has no visit any more has none. */
export const putStandings = (
  tx: Writer,
  customerIds: readonly number[],
  rows: readonly StandingRow[],
): void => {
  tx.run(query.deleteFrom('standing_due').where('customer_id', 'in', among(customerIds)))
  const found = new Set(rows.map((row) => row.customer_id))
  const without = customerIds.filter((id) => !found.has(id))
  if (without.length > 0)
    tx.run(query.deleteFrom('customer_standing').where('customer_id', 'in', among(without)))
  if (rows.length === 0) return
  const list = JSON.stringify(
    rows.map((row) => [row.customer_id, row.rhythm_days, row.at_risk_from, row.lost_from, row.returned_on]),
  )
  const put = sql`INSERT INTO customer_standing (customer_id, rhythm_days, at_risk_from, lost_from, returned_on)
    SELECT ${at(0)}, ${at(1)}, ${at(2)}, ${at(3)}, ${at(4)} FROM json_each(${list}) AS e WHERE true
    ON CONFLICT (customer_id) DO UPDATE SET rhythm_days = excluded.rhythm_days, at_risk_from = excluded.at_risk_from,
      lost_from = excluded.lost_from, returned_on = excluded.returned_on`
  tx.run({ compile: () => put.compile(query) })
}

/** After the limits have changed. */
export const everyStandingIsDue = (tx: Writer): void => {
  tx.run(
    query
      .insertInto('standing_due')
      .columns(['customer_id'])
      .expression(query.selectFrom('customer_figures').select('customer_id').where(sql<boolean>`true`))
      .onConflict((conflict) => conflict.doNothing()),
  )
}

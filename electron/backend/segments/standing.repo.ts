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

/** Standings of some people as they have become: who has no visit any more has none. */
export const putStandings = (
  tx: Writer,
  customerIds: readonly number[],
  rows: readonly StandingRow[],
): void => {
  tx.run(query.deleteFrom('standing_due').where('customer_id', 'in', customerIds))
  const without = customerIds.filter((id) => !rows.some((row) => row.customer_id === id))
  if (without.length > 0) tx.run(query.deleteFrom('customer_standing').where('customer_id', 'in', without))
  if (rows.length === 0) return
  tx.run(
    query
      .insertInto('customer_standing')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('customer_id').doUpdateSet((eb) => ({
          rhythm_days: eb.ref('excluded.rhythm_days'),
          at_risk_from: eb.ref('excluded.at_risk_from'),
          lost_from: eb.ref('excluded.lost_from'),
          returned_on: eb.ref('excluded.returned_on'),
        })),
      ),
  )
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

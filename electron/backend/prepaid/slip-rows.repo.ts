import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'
import { isNotBroughtAlong } from './brought-along.repo.ts'

interface Used {
  readonly holding_id: number
  readonly name: string
  readonly unit: 'won' | 'times'
  readonly count: number
}

const used = hot<{ customer: number; since: number; before: number }, Used>((param) =>
  query
    .selectFrom('prepaid_entry as e')
    .innerJoin('prepaid_holding as h', 'h.id', 'e.holding_id')
    .innerJoin('prepaid_terms as t', 't.id', 'h.terms_id')
    .select(['e.holding_id', 't.name', 't.unit', sql<number>`-sum(e.paid + e.bonus)`.as('count')])
    .where('e.customer_id', '=', param('customer'))
    .where('e.id', '>=', sql<number>`${param('since')} * 1024`)
    .where('e.at', '>=', param('since'))
    .where('e.at', '<=', param('before'))
    .where('e.kind', 'in', ['use', 'use-back'])
    .where(isNotBroughtAlong)
    .groupBy('e.holding_id')
    .having(sql<number>`-sum(e.paid + e.bonus)`, '>', 0)
    .orderBy('e.holding_id'),
)

/** What somebody used between two times, less what came back. */
export const usedSince = (reader: Reader, customer: number, since: number, before: number): Used[] =>
  reader.all(used({ customer, since, before }))

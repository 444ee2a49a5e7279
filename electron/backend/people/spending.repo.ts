import { sql } from 'kysely'
import type { BusinessDate } from '#shared/dates.ts'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'

/** A use counts below 0, what was given back of one above. */
const points = hot<{ customer: number; day: string }, { sum: number }>((param) =>
  query
    .selectFrom('points_action')
    .select(sql<number>`coalesce(-sum(points), 0)`.as('sum'))
    .where('customer_id', '=', param('customer'))
    .where('business_date', '=', param('day'))
    .where('kind', '=', 'spend'),
)
const prepaid = hot<{ customer: number; day: string }, { sum: number }>((param) =>
  query
    .selectFrom('prepaid_entry as e')
    .innerJoin('prepaid_holding as h', 'h.id', 'e.holding_id')
    .innerJoin('prepaid_terms as t', 't.id', 'h.terms_id')
    .select(sql<number>`coalesce(-sum(e.paid + e.bonus), 0)`.as('sum'))
    .where('e.customer_id', '=', param('customer'))
    .where('e.business_date', '=', param('day'))
    .where('e.kind', 'in', ['use', 'use-back'])
    .where('t.unit', '=', 'won'),
)
const unit = hot<{ holding: number }, { unit: 'won' | 'times' }>((param) =>
  query
    .selectFrom('prepaid_holding as h')
    .innerJoin('prepaid_terms as t', 't.id', 'h.terms_id')
    .select('t.unit')
    .where('h.id', '=', param('holding')),
)

/** Points that a customer has used on that day and not got back. */
export const pointsSpentOn = (reader: Reader, customer: number, day: BusinessDate): number =>
  reader.first(points({ customer, day }))?.sum ?? 0

/** Prepaid won that a customer has used on that day and not got back. */
export const prepaidSpentOn = (reader: Reader, customer: number, day: BusinessDate): number =>
  reader.first(prepaid({ customer, day }))?.sum ?? 0

/** Undefined where nobody has such a one. */
export const unitOfHolding = (reader: Reader, holding: number): 'won' | 'times' | undefined =>
  reader.first(unit({ holding }))?.unit

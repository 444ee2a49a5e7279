import { type SqlBool, sql } from 'kysely'

/** Of an entry `e`: what was used before it was brought along from another program belongs to no visit of here. */
export const isNotBroughtAlong = sql<SqlBool>`NOT EXISTS (SELECT 1 FROM prepaid_entry AS o
  WHERE o.holding_id = e.holding_id AND o.at = e.at AND o.kind = 'opening')`

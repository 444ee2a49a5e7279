import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'

/** The receipts of a holding's entries, by entry. */
export const tiesOf = (reader: Reader, holdingId: number): Map<number, number> =>
  new Map(
    reader
      .all(
        query
          .selectFrom('prepaid_tie as t')
          .innerJoin('prepaid_entry as e', 'e.id', 't.entry_id')
          .select(['t.entry_id', 't.sale_id'])
          .where('e.holding_id', '=', holdingId),
      )
      .map((row) => [row.entry_id, row.sale_id]),
  )

/** Why, by entry. */
export const reasonsOf = (reader: Reader, holdingId: number): Map<number, string> =>
  new Map(
    reader
      .all(
        query
          .selectFrom('prepaid_reason as r')
          .innerJoin('prepaid_entry as e', 'e.id', 'r.entry_id')
          .select(['r.entry_id', 'r.text'])
          .where('e.holding_id', '=', holdingId),
      )
      .map((row) => [row.entry_id, row.text]),
  )

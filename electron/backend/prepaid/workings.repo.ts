import type { Working } from '#shared/prepaid/giving-back.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

/** How what was given back was reckoned, line by line. */
export const addWorking = (tx: Writer, entryId: number, lines: readonly Working[]): void => {
  lines.forEach((line, position) => {
    tx.run(query.insertInto('prepaid_working').values({ entry_id: entryId, position, ...line }))
  })
}

/** The workings of one that was sold, by entry. */
export const workingsOf = (reader: Reader, holdingId: number): Schema['prepaid_working'][] =>
  reader.all(
    query
      .selectFrom('prepaid_working as w')
      .innerJoin('prepaid_entry as e', 'e.id', 'w.entry_id')
      .selectAll('w')
      .where('e.holding_id', '=', holdingId)
      .orderBy('w.entry_id')
      .orderBy('w.position'),
  )

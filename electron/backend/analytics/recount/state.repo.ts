import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'

const state = hot<Record<string, never>, { counted: number; checked_at: number | null }>(() =>
  query.selectFrom('sums_state').select(['counted', 'checked_at']).where('id', '=', 1),
)

/** Whether the sums hold everything, and when they were last compared with the receipts. */
export const readSumsState = (
  reader: Reader,
): { readonly counted: boolean; readonly checkedAt: number | null } => {
  const row = reader.first(state({}))
  return { counted: row?.counted === 1, checkedAt: row?.checked_at ?? null }
}

/** @param counted whether all sums are right now; where it is false, what was known of them stays. */
export const noteChecked = (tx: Writer, at: number, counted: boolean): void => {
  tx.run(
    query
      .updateTable('sums_state')
      .set(counted ? { checked_at: at, counted: 1 } : { checked_at: at })
      .where('id', '=', 1),
  )
}

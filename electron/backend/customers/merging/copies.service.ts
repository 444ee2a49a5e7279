import type { Writer } from '../../platform/db/statements.ts'
import type { Ids } from '../../platform/ids.ts'
import { findCustomer } from '../customers.repo.ts'
import type { Remembered } from './merge.repo.ts'
import { insertRow, type PersonalTable, rowLike, rowsOf } from './personal-rows.repo.ts'
import type { PlainRow } from './personal-rows.ts'

/** What is given to the one that stays as rows of their own. */
const copied = [
  'customer_anniversary',
  'customer_phone',
  'membership_card',
  'customer_tag',
  'customer_field_value',
  'household_member',
  'customer_not_same',
  'tier_reason',
] as const satisfies readonly PersonalTable[]

/**
 * Gives the one that stays what the other had and it has not. The other's own rows are gone already.
 * @returns the rows that were added.
 */
export const copiesFor = (
  tx: Writer,
  ids: Ids,
  kept: number,
  goneRows: readonly Remembered[],
  at: number,
): Remembered[] => {
  const added: Remembered[] = []
  const add = (table: PersonalTable, row: PlainRow): void => {
    if (rowLike(tx, table, row) !== undefined) return
    insertRow(tx, table, row)
    added.push({ part: 'added', table, row })
  }
  const core = goneRows.find((one) => one.table === 'customer')?.row
  const phone = core?.['phone']
  if (typeof phone === 'string' && findCustomer(tx, kept)?.phone !== phone)
    add('customer_phone', { customer_id: kept, phone, last_four: phone.slice(-4), label: '' })
  for (const table of copied)
    for (const { row } of goneRows.filter((one) => one.table === table)) {
      const copy = copyOf(tx, ids, table, row, kept, at)
      if (copy !== null) add(table, copy)
    }
  return added
}

/** Null for what the one that stays has in its own way, or what makes no sense of them. */
const copyOf = (
  tx: Writer,
  ids: Ids,
  table: (typeof copied)[number],
  row: PlainRow,
  kept: number,
  at: number,
): PlainRow | null => {
  const own = { ...row, customer_id: kept }
  if (table === 'customer_anniversary') {
    const same = rowsOf(tx, table, kept).some((one) =>
      ['name', 'calendar', 'month', 'day', 'leap'].every((column) => one[column] === row[column]),
    )
    return same ? null : { ...own, id: ids.next(at) }
  }
  if (table === 'customer_phone') return findCustomer(tx, kept)?.phone === row['phone'] ? null : own
  // Who belongs to a household stays in it.
  if (table === 'household_member') return own
  if (table === 'customer_not_same') {
    const other = row['one_id'] === kept || row['other_id'] === kept ? null : otherOf(row, tx)
    if (other === null) return null
    const [one, two] = [Math.min(kept, other), Math.max(kept, other)]
    return { one_id: one, other_id: two, at: row['at'] ?? at }
  }
  return own
}

/** The one of the pair that is still there. */
const otherOf = (row: PlainRow, tx: Writer): number | null =>
  [row['one_id'], row['other_id']].map(Number).find((id) => findCustomer(tx, id) !== undefined) ?? null

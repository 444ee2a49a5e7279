import type { CallOutput } from '#shared/contract/index.ts'
import { isOwnField, mayRepeat } from '#shared/moving.ts'
import type { Words } from '../../app/words.ts'

type Look = CallOutput<'moving.look'>
export type MoveField = NonNullable<Look['columns'][number]>
type MoveKind = Look['kind']

/** A field goes from one column to another; only some may stand for several. */
export const withField = (
  columns: readonly (MoveField | null)[],
  at: number,
  field: MoveField | null,
): (MoveField | null)[] =>
  columns.map((known, index) => {
    if (index === at) return field
    return known === field && field !== null && !mayRepeat.has(field) ? null : known
  })

/** What is missing before a dry run makes sense; null when nothing is. */
export const missingIn = (
  kind: MoveKind,
  columns: readonly (MoveField | null)[],
): 'moving.needPhone' | 'moving.needSale' | null => {
  const has = (...fields: MoveField[]): boolean =>
    columns.some((field) => field !== null && fields.includes(field))
  if (kind === 'customers') return has('phone', 'name') ? null : 'moving.needPhone'
  return has('date') && has('total', 'amount', 'unitPrice') ? null : 'moving.needSale'
}

/** What a column is called where it has no heading of its own. */
export const fieldWord = (field: MoveField | 'none', t: Words['t']): string =>
  // A field of the shop's own is known by its heading; a column without one cannot be such a field.
  isOwnField(field) ? '' : t(`moving.field.${field}`)

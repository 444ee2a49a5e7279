import { maskName } from '#shared/names.ts'
import { maskPhone } from '#shared/phone.ts'
import type { ColumnKind } from './column.ts'

type Cell = string | number | null

/**
 * A cell as it may leave the shop without a reason: phones by their last digits, names by their first and last letter,
 * and nothing of what people said about themselves.
 */
export const maskedCell = (
  column: { readonly kind: ColumnKind; readonly personal?: 'name' | 'left-out' },
  cell: Cell,
): Cell => {
  if (typeof cell !== 'string') return cell
  if (column.personal === 'left-out') return null
  if (column.personal === 'name') return maskName(cell)
  return column.kind === 'phone' ? maskPhone(cell) : cell
}

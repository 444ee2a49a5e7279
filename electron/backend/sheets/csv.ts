import { isoKorea } from '#shared/dates.ts'
import { formatPhone } from '#shared/phone.ts'
import { csvRow } from '../platform/text/csv.ts'
import type { ColumnKind } from './column.ts'

type Cell = string | number | null

/** `2026-11-22 14:02` */
const momentText = (at: number): string => isoKorea(at).slice(0, 16).replace('T', ' ')

/** A text that a spreadsheet would take for a formula begins with an apostrophe. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const fieldText = (kind: ColumnKind, cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') {
    if (kind === 'moment') return momentText(cell)
    return kind === 'bool' ? (cell === 1 ? 'O' : '') : String(cell)
  }
  return harmless(kind === 'phone' && /^\d+$/.test(cell) ? formatPhone(cell) : cell)
}

/** One line of a CSV file, its end included. */
export const csvLine = (kinds: readonly ColumnKind[], cells: readonly Cell[]): string =>
  csvRow(cells.map((cell, index) => fieldText(kinds[index] ?? 'text', cell)))

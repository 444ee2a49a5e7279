/**
 * One cell: text as it stands, a number, or null for none. Dates of a workbook come as text (`1990-01-02`,
 * `2024-05-01 14:30:00`), yes and no as `TRUE` and `FALSE`, what could not be computed as `#N/A` and the like.
 */
export type Cell = string | number | null

/** One sheet of a workbook, or a text file. Rows may be of different length. */
export interface Table {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

/** Why a file gives no table; each has its sentence (`moving.` before it is its code). */
export type UnreadableReason =
  | 'password'
  | 'old-excel'
  | 'html'
  | 'not-a-table'
  | 'too-large'
  | 'damaged'
  | 'empty'

export class UnreadableFile extends Error {
  readonly reason: UnreadableReason
  constructor(reason: UnreadableReason, options?: ErrorOptions) {
    super(reason, options)
    this.name = 'UnreadableFile'
    this.reason = reason
  }
}

/** More than any shop has; a file with more is refused before it fills the memory. */
export const limits = {
  rows: 200_000,
  columns: 200,
  cellLength: 2_000,
  unpackedBytes: 192 * 1024 * 1024,
} as const

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

/** What stands in a cell, for people and for parsers of text. */
export const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'number' ? String(cell) : cell.trim()

import type { SheetSort } from '#shared/contract/sheet-filter.ts'
import type { LayoutColumn, SheetColumn } from './types.ts'

/** Columns that are kept first, then those that have come since, hidden or not as the sheet proposes. */
export const layoutColumns = (
  columns: readonly SheetColumn[],
  kept: readonly LayoutColumn[] | null,
): LayoutColumn[] => {
  const known = new Map(columns.map((column) => [column.name, column]))
  const first = (kept ?? []).filter((column) => known.has(column.name))
  const there = new Set(first.map((column) => column.name))
  const rest = columns
    .filter((column) => !there.has(column.name))
    .map(({ name, shown, width }, index) => ({
      name,
      shown: kept === null && shown,
      // The column by which people know a row stays in sight.
      pinned: kept === null && index === 0,
      width,
    }))
  return [...first, ...rest]
}

export const shownNames = (columns: readonly LayoutColumn[]): string[] => [
  ...columns.filter((column) => column.shown && column.pinned).map(({ name }) => name),
  ...columns.filter((column) => column.shown && !column.pinned).map(({ name }) => name),
]

/** One column a step or to a place; pinned ones stay among themselves. */
export const movedColumn = (columns: readonly LayoutColumn[], name: string, to: number): LayoutColumn[] => {
  const rest = columns.filter((column) => column.name !== name)
  const column = columns.find((one) => one.name === name)
  if (column === undefined) return [...columns]
  const at = Math.max(0, Math.min(rest.length, to))
  return [...rest.slice(0, at), column, ...rest.slice(at)]
}

/** The order that the grid has after a column was dragged; hidden ones keep their neighbour. */
export const reordered = (columns: readonly LayoutColumn[], shown: readonly string[]): LayoutColumn[] => {
  const place = new Map(shown.map((name, index) => [name, index]))
  const queue = columns.filter((column) => place.has(column.name))
  queue.sort((a, b) => (place.get(a.name) ?? 0) - (place.get(b.name) ?? 0))
  return columns.map((column) => (place.has(column.name) ? (queue.shift() ?? column) : column))
}

/** A click takes the place of what was sorted by; with `add` it comes after it. Third time it is gone. */
export const sortedBy = (sort: SheetSort, column: string, add: boolean): SheetSort => {
  const known = sort.find((one) => one.column === column)
  const next = known === undefined ? { column, descending: false } : { column, descending: true }
  const goes = known?.descending === true
  if (!add) return goes ? [] : [next]
  if (known === undefined) return [...sort, next].slice(0, 8)
  return goes
    ? sort.filter((one) => one.column !== column)
    : sort.map((one) => (one.column === column ? next : one))
}

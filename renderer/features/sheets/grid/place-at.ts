import type { Place } from './rectangle.ts'

/** The cell that an element of the page belongs to; null outside the rows. */
export const placeAt = (target: EventTarget | Element | null): Place | null => {
  if (!(target instanceof Element)) return null
  const column = target.closest('.ag-cell')?.getAttribute('col-id')
  const row = target.closest('.ag-row')?.getAttribute('row-index')
  return column === null || column === undefined || row === null || row === undefined
    ? null
    : { row: Number(row), column }
}

/** The cell's element, where it is drawn just now. */
export const cellAt = (root: Element | null, { row, column }: Place): HTMLElement | null =>
  root?.querySelector<HTMLElement>(`.ag-row[row-index="${row}"] .ag-cell[col-id="${CSS.escape(column)}"]`) ??
  null

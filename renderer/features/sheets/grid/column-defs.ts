import type { ColDef } from 'ag-grid-community'
import type { CellLook } from '../cell-look.ts'
import { shownNames } from '../layout.ts'
import { addsUp, type LayoutColumn, type SheetColumn, type SheetRow } from '../types.ts'
import { PickAllHeader, SheetHeader } from './header.tsx'
import type { Marks } from './marks.ts'

/** The column of ticks; it is no column of the sheet. */
export const pickColumn = 'pick'

const pickDef = (marks: Marks): ColDef<SheetRow> => ({
  colId: pickColumn,
  pinned: 'left',
  lockPosition: 'left',
  width: 52,
  resizable: false,
  suppressMovable: true,
  headerComponent: PickAllHeader,
  // A plain sign, not a component: it is drawn for every row that scrolls by.
  valueGetter: ({ data }) => (data === undefined ? '' : marks.isPicked(data) ? '✓' : '○'),
  cellClass: 'sheet-pick-cell',
  cellClassRules: { picked: ({ data }) => marks.isPicked(data) },
})

/** The grid's columns as the layout has them; figures stand to the right. */
export const columnDefs = (
  columns: readonly SheetColumn[],
  layout: readonly LayoutColumn[],
  look: CellLook,
  marks: Marks,
): ColDef<SheetRow>[] => {
  const known = new Map(columns.map((column) => [column.name, column]))
  const kept = new Map(layout.map((column) => [column.name, column]))
  const defs = shownNames(layout).flatMap((name): ColDef<SheetRow>[] => {
    const column = known.get(name)
    const place = kept.get(name)
    if (column === undefined || place === undefined) return []
    const figure = addsUp(column.kind)
    return [
      {
        colId: name,
        headerName: look.label(column),
        headerComponent: SheetHeader,
        pinned: place.pinned ? 'left' : null,
        width: place.width,
        minWidth: 64,
        valueGetter: ({ data }) => data?.cells[name] ?? null,
        valueFormatter: ({ value }) =>
          look.text(column, typeof value === 'string' || typeof value === 'number' ? value : null),
        headerClass: figure ? 'figure' : '',
        cellClass: `${figure ? 'figure' : ''} ${column.editable ? 'editable' : ''}`,
        cellClassRules: {
          marked: ({ node }) => marks.isMarked(node.rowIndex, name),
          picked: ({ data }) => marks.isPicked(data),
        },
      },
    ]
  })
  // What is left of a wide screen goes to the widest column of words.
  const words = defs.filter(({ headerClass, pinned }) => headerClass === '' && pinned === null)
  const widest = words.reduce<ColDef<SheetRow> | null>(
    (most, def) => (most === null || (def.width ?? 0) > (most.width ?? 0) ? def : most),
    null,
  )
  if (widest !== null) Object.assign(widest, { flex: 1, minWidth: widest.width })
  return [pickDef(marks), ...defs]
}

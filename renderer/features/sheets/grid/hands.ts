import type { GridApi } from 'ag-grid-community'
import type { SheetRow } from '../types.ts'
import type { Marks } from './marks.ts'
import { type Direction, moved, type Place, type Rectangle } from './rectangle.ts'

/** What keys, pointer and clipboard do to the grid. */
export interface GridHands {
  /** The grid, once it is there; null when it goes. */
  readonly attach: (api: GridApi<SheetRow> | null) => void
  /** Hears of each change of the rectangle. @returns the function that stops it. */
  readonly listen: (told: (rectangle: Rectangle | null) => void) => () => void
  readonly focus: (place: Place) => void
  readonly refresh: () => void
  /** Another source: what was marked among the rows of the one before means nothing. */
  readonly began: (sourceId: number) => void
  /** The cell that keys mean. */
  readonly place: () => Place | null
  readonly rectangle: () => Rectangle | null
  readonly begin: (place: Place) => void
  readonly extend: (place: Place) => void
  readonly step: (direction: Direction, toEnd: boolean) => void
  /** Moves the cursor without extending. */
  readonly go: (direction: Direction) => void
  /** Back to the one cell. */
  readonly collapse: () => void
  /** Draws marks anew. */
  readonly redraw: () => void
  readonly row: (index: number) => SheetRow | undefined
  readonly rowCount: () => number
  readonly columns: () => string[]
}

export const createHands = (marks: Marks, pickColumn: string): GridHands => {
  let source: number | null = null
  let grid: GridApi<SheetRow> | null = null
  let told: ((rectangle: Rectangle | null) => void) | null = null
  const columns = (): string[] =>
    grid
      ?.getAllDisplayedColumns()
      .map((column) => column.getColId())
      .filter((name) => name !== pickColumn) ?? []
  const redraw = (): void => grid?.refreshCells({ force: true, suppressFlash: true })
  const set = (rectangle: Rectangle | null): void => {
    marks.mark(rectangle, columns())
    redraw()
    told?.(rectangle)
  }
  const focus = (place: Place): void => {
    grid?.ensureIndexVisible(place.row)
    grid?.ensureColumnVisible(place.column)
    grid?.setFocusedCell(place.row, place.column)
  }
  const hands: GridHands = {
    attach(api) {
      grid = api
    },
    listen(listener) {
      told = listener
      return () => {
        told = null
      }
    },
    focus,
    began(sourceId) {
      if (source !== null && source !== sourceId) set(null)
      source = sourceId
    },
    refresh: () => grid?.refreshInfiniteCache(),
    place: () => marks.rectangle()?.from ?? null,
    rectangle: () => marks.rectangle(),
    begin: (place) => set({ from: place, to: place }),
    extend(place) {
      if (place.column === pickColumn) return
      const from = marks.rectangle()?.from ?? place
      const to = marks.rectangle()?.to
      if (to?.row !== place.row || to.column !== place.column) set({ from, to: place })
    },
    step(direction, toEnd) {
      const rectangle = marks.rectangle()
      if (rectangle === null) return
      const to = moved(rectangle.to, direction, toEnd, columns(), hands.rowCount())
      set({ from: rectangle.from, to })
      grid?.ensureIndexVisible(to.row)
      grid?.ensureColumnVisible(to.column)
    },
    go(direction) {
      const from = marks.rectangle()?.from
      if (from === undefined) return
      const to = moved(from, direction, false, columns(), hands.rowCount())
      set({ from: to, to })
      focus(to)
    },
    collapse() {
      const rectangle = marks.rectangle()
      if (rectangle !== null) set({ from: rectangle.from, to: rectangle.from })
    },
    redraw,
    row: (index) => grid?.getDisplayedRowAtIndex(index)?.data,
    rowCount: () => grid?.getDisplayedRowCount() ?? 0,
    columns,
  }
  return hands
}

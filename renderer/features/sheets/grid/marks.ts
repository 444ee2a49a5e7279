import { isPicked, nothingPicked, type Picked } from '../selection.ts'
import type { SheetRow } from '../types.ts'
import { type Bounds, boundsOf, type Rectangle } from './rectangle.ts'

/** What is marked in the grid just now; cells look here when they are drawn. */
export interface Marks {
  readonly setPicked: (picked: Picked) => void
  readonly mark: (rectangle: Rectangle | null, columns: readonly string[]) => void
  readonly rectangle: () => Rectangle | null
  readonly isPicked: (row: SheetRow | undefined) => boolean
  readonly isMarked: (row: number | null, column: string) => boolean
}

/** Outside of React on purpose: a cell that scrolls by asks once, and nothing else is drawn anew. */
export const newMarks = (): Marks => {
  let picked = nothingPicked
  let rectangle: Rectangle | null = null
  let columns: readonly string[] = []
  let bounds: Bounds | null = null
  return {
    setPicked(next) {
      picked = next
    },
    mark(next, named) {
      rectangle = next
      columns = named
      bounds = next === null ? null : boundsOf(next, named)
    },
    rectangle: () => rectangle,
    isPicked: (row) => row !== undefined && isPicked(picked, row.key),
    isMarked(row, column) {
      if (bounds === null || row === null || row < bounds.top || row > bounds.bottom) return false
      const at = columns.indexOf(column)
      return at >= bounds.left && at <= bounds.right
    },
  }
}

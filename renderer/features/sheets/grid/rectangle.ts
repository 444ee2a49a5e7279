/** A place in the grid: the row by its number, the column by its name. */
export interface Place {
  readonly row: number
  readonly column: string
}

/** Where a selection of cells began and where it has come to. */
export interface Rectangle {
  readonly from: Place
  readonly to: Place
}

/** The rectangle in numbers, both ends included; null where a column is not there any more. */
export interface Bounds {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** @param columns names of the columns as they stand, from left to right. */
export const boundsOf = (rectangle: Rectangle, columns: readonly string[]): Bounds | null => {
  const { from, to } = rectangle
  const [one, other] = [columns.indexOf(from.column), columns.indexOf(to.column)]
  if (one < 0 || other < 0) return null
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(one, other),
    right: Math.max(one, other),
  }
}

export const sizeOf = ({ top, bottom, left, right }: Bounds): number =>
  (bottom - top + 1) * (right - left + 1)

export type Direction = 'up' | 'down' | 'left' | 'right'

/** One step, or as far as it goes. The place stays within the grid. */
export const moved = (
  place: Place,
  direction: Direction,
  toEnd: boolean,
  columns: readonly string[],
  rows: number,
): Place => {
  const at = columns.indexOf(place.column)
  const last = Math.max(0, rows - 1)
  switch (direction) {
    case 'up':
      return { ...place, row: toEnd ? 0 : Math.max(0, place.row - 1) }
    case 'down':
      return { ...place, row: toEnd ? last : Math.min(last, place.row + 1) }
    case 'left':
      return { ...place, column: columns[toEnd ? 0 : Math.max(0, at - 1)] ?? place.column }
    default:
      return { ...place, column: (toEnd ? columns.at(-1) : columns[at + 1]) ?? place.column }
  }
}

export interface PasteTarget {
  readonly row: number
  readonly column: string
  readonly text: string
}

/**
 * Where pasted cells go. One cell fills the whole selection, a block is laid from its upper left corner and repeated
 * where the selection is a whole multiple of it, as spreadsheets do. What falls outside the grid is counted.
 */
export const pasteTargets = (
  cells: readonly (readonly string[])[],
  bounds: Bounds,
  columns: readonly string[],
  rows: number,
): { readonly targets: PasteTarget[]; readonly outside: number } => {
  const height = cells.length
  const width = Math.max(0, ...cells.map((row) => row.length))
  const targets: PasteTarget[] = []
  let outside = 0
  if (height === 0 || width === 0) return { targets, outside }
  const selected = { height: bounds.bottom - bounds.top + 1, width: bounds.right - bounds.left + 1 }
  const down = selected.height % height === 0 ? selected.height : height
  const across = selected.width % width === 0 ? selected.width : width
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      const text = cells[y % height]?.[x % width]
      if (text === undefined) continue
      const column = columns[bounds.left + x]
      const row = bounds.top + y
      if (column === undefined || row >= rows) outside += 1
      else targets.push({ row, column, text })
    }
  }
  return { targets, outside }
}

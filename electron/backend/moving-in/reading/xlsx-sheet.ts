import { serialText } from './serial-date.ts'
import { type Cell, isBlank, limits, UnreadableFile } from './table.ts'
import { attribute, plain, type Tag, tagsOf } from './xml.ts'

export interface SheetContext {
  readonly strings: readonly string[]
  /** By cell style: whether a number is shown as a date. */
  readonly dateStyles: readonly boolean[]
  readonly from1904: boolean
}

/** The cell that is being read. */
interface Open {
  readonly column: number
  readonly type: string
  readonly style: number
  formula: boolean
  value: string | null
}

/** @throws UnreadableFile `too-large` for more rows than any shop has. */
export const readSheet = (xml: string, context: SheetContext): Cell[][] => {
  const rows: Cell[][] = []
  const merges: string[] = []
  let row: Cell[] = []
  let rowIndex = -1
  let cell: Open | null = null
  let textFrom = -1
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'row') {
      if (!tag.closing) {
        rowIndex = Number(attribute(tag, 'r') ?? rowIndex + 2) - 1
        if (!(rowIndex >= 0 && rowIndex < limits.rows)) throw new UnreadableFile('too-large')
        row = []
      }
      if ((tag.closing || tag.empty) && row.length > 0) {
        while (rows.length < rowIndex) rows.push([])
        rows[rowIndex] = row
      }
    } else if (tag.name === 'c') {
      if (!tag.closing) cell = openCell(tag, row.length)
      if ((tag.closing || tag.empty) && cell !== null) {
        put(row, cell.column, valueOf(cell, context))
        cell = null
      }
    } else if (tag.name === 'f' && cell !== null) cell.formula = true
    else if ((tag.name === 'v' || tag.name === 't') && cell !== null) {
      if (tag.closing && textFrom >= 0) cell.value = (cell.value ?? '') + xml.slice(textFrom, tag.start)
      textFrom = tag.closing || tag.empty ? -1 : tag.end
    } else if (tag.name === 'mergeCell') merges.push(attribute(tag, 'ref') ?? '')
  }
  fillDown(rows, merges)
  return rows.slice(0, rows.findLastIndex((one) => one.some((value) => !isBlank(value))) + 1)
}

const openCell = (tag: Tag, next: number): Open => {
  const place = attribute(tag, 'r')
  return {
    column: place === null ? next : columnOf(place),
    type: attribute(tag, 't') ?? 'n',
    style: Number(attribute(tag, 's') ?? 0),
    formula: false,
    value: null,
  }
}

const put = (row: Cell[], column: number, value: Cell): void => {
  if (column >= limits.columns) return
  while (row.length < column) row.push(null)
  row[column] = value
}

/** `AB12` → 27. */
const columnOf = (place: string): number => {
  let column = 0
  for (const letter of place.replace(/\d+$/, '')) column = column * 26 + (letter.charCodeAt(0) & 31)
  return Math.max(0, column - 1)
}

const valueOf = ({ type, value, style, formula }: Open, context: SheetContext): Cell => {
  // A formula that no program has computed: it cannot be guessed, so it is told.
  if (value === null) return formula ? '#FORMULA!' : null
  if (type === 's') return context.strings[Number(value)] ?? null
  if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
  if (type !== 'n') return plain(value).slice(0, limits.cellLength)
  const number = Number(value)
  if (!Number.isFinite(number)) return plain(value)
  return context.dateStyles[style] === true ? (serialText(number, context.from1904) ?? number) : number
}

/**
 * Merged cells keep their value in the first one only. Down a column the others mean the same (one date beside three
 * sales); across columns they do not (a title above the list, a name across two columns).
 */
const fillDown = (rows: Cell[][], merges: readonly string[]): void => {
  for (const ref of merges) {
    const [from = '', to = ''] = ref.split(':')
    const column = columnOf(from)
    const first = Number(/\d+$/.exec(from)?.[0]) - 1
    const last = Math.min(Number(/\d+$/.exec(to)?.[0]) - 1, rows.length - 1)
    const value = rows[first]?.[column] ?? null
    if (value === null || last - first > 10_000) continue
    for (let index = first + 1; index <= last; index += 1) {
      const row = rows[index] ?? []
      put(row, column, value)
      rows[index] = row
    }
  }
}

import { cellsIn } from '../../paper/cells.ts'
import { type Columns, fullEdges, isPriceFirst } from './assign.ts'
import { isHeadWord } from './header.ts'
import { isCode, type Row } from './row.ts'

/** What the rows of a list have in common, seen before any of them is read. */
export interface Shape {
  /** The rows, with figures that belong to names taken back into them. */
  readonly rows: readonly Row[]
  readonly columns: Columns
  /** Whether a row tells an option by its bullet or its indent. */
  readonly isOption: (row: Row) => boolean
  /** Columns before the first sign of an item. */
  readonly base: number
  /** A name that does not fit goes on below its figures (`tail`) or began above them (`head`). */
  readonly wraps: 'tail' | 'head'
  /** Whether a line of words may be the rest of the name of a full row. */
  readonly isRest: (name: Named, row: Row) => boolean
  /** Whether a name stopped because the line was full, in the middle of a word or not. */
  readonly isFull: (width: number) => boolean
  /** Names wrapped, and nothing says which way. */
  readonly doubtful: boolean
}

/** A printed name and the columns that it took. */
export interface Named {
  readonly nameWidth: number
}

const fullness = 0.6
const deeper = 2
const nearEdge = 2
const farGap = 4
const widest = 99
/** Labels that stand among the goods and name none. */
const told = /^\[?\s*(?:원\s?(?:거래|영수증|승인|판매)|거래\s?일시|승인\s?번호)/

/** `콜라 500` with nothing in the columns: the figure is part of the name. */
const isInName = (row: Row, columns: Columns): boolean => {
  const [figure] = row.figures
  if (row.kind !== 'full' || figure === undefined || row.figures.length !== 1) return false
  if (figure.grouped || figure.unit === 'won' || figure.negative || columns.roles.length < 2) return false
  if (figure.unit === 'measure' || row.gap < 2) return true
  if (columns.edges === null || row.gap >= farGap) return false
  const edge = row.edges[0] ?? 0
  return columns.edges.every((right) => Math.abs(right - edge) > nearEdge)
}

const asText = (row: Row): Row => ({
  ...row,
  kind: 'text',
  name: `${row.name} ${row.printed.join(' ')}`,
  nameWidth: row.edges[0] ?? row.nameWidth,
  figures: [],
  printed: [],
  edges: [],
})

const isNamed = (row: Row): boolean => row.kind === 'full' || row.kind === 'text'

const baseOf = (rows: readonly Row[]): number => {
  const named = rows.filter(isNamed)
  const plain = named.filter((row) => !row.taxed)
  const least = Math.min(...(plain.length > 0 ? plain : named).map((row) => row.indent), widest)
  return least === widest ? 0 : least
}

/** Columns of a row's name, with the figures that the columns leave to it. */
export const printedWidth = (row: Row, roles: number): number => {
  const spare = row.figures.length - roles
  return spare > 0 ? (row.edges[spare - 1] ?? row.nameWidth) : row.nameWidth
}

const firstWord = (name: string): number => cellsIn(/^\S*/.exec(name)?.[0] ?? '')

interface Wrapping {
  readonly wraps: 'tail' | 'head'
  readonly doubtful: boolean
}

/** Runs of words between full rows say which way names wrap; a run at either end of the list settles it. */
const wrapping = (
  rows: readonly Row[],
  roles: number,
  isOption: (row: Row) => boolean,
  follows: (before: Row, after: Row) => boolean,
): Wrapping => {
  let tail = 0
  let head = 0
  let settled = false
  let before: Row | null = null
  let run: Row[] = []
  const close = (after: Row | null): void => {
    const first = run[0]
    const last = run.at(-1)
    run = []
    if (first === undefined || last === undefined) return
    if (before === null) {
      if (after?.kind === 'full') head += 2
      settled ||= after?.kind === 'full'
      return
    }
    if (before.kind !== 'full' || after?.kind === 'figures') return
    const rest = follows({ ...before, nameWidth: printedWidth(before, roles) }, first)
    if (after === null) {
      tail += rest ? 2 : 0
      settled ||= rest
      return
    }
    tail += rest ? 1 : -1
    head += follows(last, after) ? 1 : -1
  }
  for (const row of rows) {
    if (row.kind === 'blank' || row.kind === 'rule' || isCode(row)) continue
    if (row.kind === 'text') {
      if (!isOption(row)) run.push(row)
      continue
    }
    close(row)
    before = isOption(row) ? before : row
  }
  close(null)
  return { wraps: head > tail ? 'head' : 'tail', doubtful: !settled && tail > 0 && tail === head }
}

/** Looks at the whole list once: its columns, bullets, indent, and the way its names wrap. */
export const shapeOf = (printed: readonly Row[], columns: Columns): Shape => {
  const known: Columns = {
    roles: columns.roles,
    priceFirst: isPriceFirst(printed),
    edges: fullEdges(printed, columns.roles.length) ?? columns.edges,
  }
  const rows = printed
    .filter((row) => row.kind !== 'text' || !(isHeadWord(row.name) || told.test(row.name)))
    .map((row) => (isInName(row, known) ? asText(row) : row))
  const base = baseOf(rows)
  const roles = columns.roles.length
  const bullet = rows.find(isNamed)?.mark ?? ''
  const room = Math.min(...rows.filter((row) => row.kind === 'full').map((row) => row.nameRoom), widest)
  const limit = Math.max(
    0,
    ...rows
      .filter((row) => row.kind === 'full' && row.mark === bullet)
      .map((row) => printedWidth(row, roles)),
  )
  // Names that end well before the figures never had to wrap.
  const wide = limit >= room * fullness
  const isFull = (width: number): boolean => wide && width >= limit - 1
  const isRest = (name: Named, row: Row): boolean => {
    if (!wide || isFull(name.nameWidth)) return wide
    return name.nameWidth * 2 >= limit && name.nameWidth + 1 + firstWord(row.name) > limit
  }
  const isOption = (row: Row): boolean => {
    if (row.mark !== '' && row.mark !== bullet) return true
    return row.indent >= base + deeper && bullet === '' && !row.taxed
  }
  return { rows, columns: known, isOption, base, isRest, isFull, ...wrapping(rows, roles, isOption, isRest) }
}

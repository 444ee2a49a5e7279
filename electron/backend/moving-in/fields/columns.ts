import { type Field, type MoveKind, mayRepeat } from '#shared/moving.ts'
import { type Cell, isBlank, type Table, textOf } from '../reading/table.ts'
import { dateIn } from './date-cell.ts'
import type { OwnFieldInfo } from './more-row.ts'
import { phoneIn } from './phone-cell.ts'
import { fieldOfHeading, headingKey } from './vocabulary.ts'

/** What a table seems to be; the owner may say otherwise. */
export interface Guess {
  readonly kind: MoveKind
  /** Row of the headings, from 0; -1 where the list begins at once. */
  readonly headerRow: number
  /** One for each column. */
  readonly columns: readonly (Field | null)[]
}

/** As far down as titles and dates of printing reach. */
const searchedRows = 25

/** The headings are where most are known; the kind is the one whose words are. */
export const guessTable = (table: Table, own: readonly OwnFieldInfo[] = []): Guess => {
  const guesses = (['customers', 'sales'] as const).map((kind) => guessAs(table, kind, own))
  const [people, sales] = guesses
  if (people === undefined || sales === undefined) throw new Error('Two kinds there are')
  return scoreOf(sales) > scoreOf(people) ? sales : people
}

/** The same where the owner has said what the list is, or where its headings stand. */
export const guessAs = (
  table: Table,
  kind: MoveKind,
  own: readonly OwnFieldInfo[] = [],
  headerRow = headerRowOf(table, kind),
): Guess => {
  const headings = headerRow < 0 ? [] : (table.rows[headerRow] ?? [])
  const sample = table.rows.slice(headerRow + 1, headerRow + 60)
  const width = Math.max(headings.length, ...sample.map((row) => row.length))
  const taken = new Set<Field>()
  const columns: (Field | null)[] = Array.from({ length: width }, (_, index) => {
    const heading = textOf(headings[index])
    // What the shop calls its own so is meant, whatever the word means elsewhere.
    const field = (kind === 'customers' ? ownOf(own, heading) : null) ?? fieldOfHeading(kind, heading)
    if (field === null || (taken.has(field) && !mayRepeat.has(field))) return null
    taken.add(field)
    return field
  })
  lookInside(columns, taken, sample, kind)
  return { kind, headerRow, columns: settle(columns, taken, kind) }
}

const ownOf = (own: readonly OwnFieldInfo[], heading: string): Field | null => {
  const key = headingKey(heading)
  const found = key === '' ? undefined : own.find(({ name }) => headingKey(name) === key)
  return found === undefined ? null : `own:${found.id}`
}

/** Names alone tell nothing of the kind; money and days do. */
const scoreOf = ({ columns, kind }: Guess): number =>
  columns.reduce(
    (sum, field) =>
      sum + (field === null ? 0 : field === 'name' || field === 'phone' ? 1 : weight(kind, field)),
    0,
  )

const weight = (kind: MoveKind, field: Field): number =>
  kind === 'sales' && ['date', 'total', 'item', 'amount', 'number'].includes(field) ? 3 : 2

export const headerRowOf = (table: Table, kind: MoveKind): number => {
  let best = -1
  let most = 0
  table.rows.slice(0, searchedRows).forEach((row, index) => {
    const known = new Set(
      row.map((cell) => fieldOfHeading(kind, textOf(cell))).filter((field) => field !== null),
    ).size
    if (known > most) [best, most] = [index, known]
  })
  return best
}

/** Lists without headings, or with strange ones: a column of phones is one whatever it is called. */
const lookInside = (
  columns: (Field | null)[],
  taken: Set<Field>,
  sample: readonly (readonly Cell[])[],
  kind: MoveKind,
): void => {
  const mostly = (index: number, is: (cell: Cell | undefined) => boolean): boolean => {
    const filled = sample.map((row) => row[index]).filter((cell) => !isBlank(cell))
    return filled.length > 0 && filled.filter(is).length > filled.length * 0.7
  }
  const claim = (field: Field, is: (cell: Cell | undefined) => boolean): void => {
    if (taken.has(field)) return
    const index = columns.findIndex((known, column) => known === null && mostly(column, is))
    if (index < 0) return
    columns[index] = field
    taken.add(field)
  }
  claim('phone', (cell) => phoneIn(cell).is === 'phone' && textOf(cell).replace(/\D/g, '').length >= 9)
  if (kind === 'sales')
    claim('date', (cell) => dateIn(cell, 2_099)?.year !== undefined && textOf(cell).length >= 6)
  if (kind === 'customers') claim('name', (cell) => /^[가-힣]{2,4}$/.test(textOf(cell)))
}

/** One sum of money and no other is what was paid; with items beside it, it belongs to the item. */
const settle = (columns: (Field | null)[], taken: ReadonlySet<Field>, kind: MoveKind): (Field | null)[] =>
  kind === 'sales' && taken.has('amount') && !taken.has('total') && !taken.has('item')
    ? columns.map((field) => (field === 'amount' ? 'total' : field))
    : columns

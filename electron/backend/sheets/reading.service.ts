import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import type { SheetFilter, SheetName } from '#shared/contract/sheet-filter.ts'
import type { BusinessDate } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import { maskPhone } from '#shared/phone.ts'
import type { Reader } from '../platform/db/statements.ts'
import { addsUp } from './column.ts'
import { type Members, whereOf } from './conditions.repo.ts'
import { createKeptLists, type KeptList } from './kept-lists.ts'
import {
  cellsAt,
  countRows,
  keyIs,
  keysInOrder,
  ownersOf,
  type RowKey,
  type SheetQuery,
  sumsOf,
} from './rows.repo.ts'
import { type Cell, type SheetColumn, type SheetSource, sheetSources } from './sources.repo.ts'

type Selection = CallParsed<'sheets.totals'>['selection']

export interface SheetReading {
  describe(sheet: SheetName): CallOutput<'sheets.describe'>
  rows(asked: CallParsed<'sheets.rows'>): CallOutput<'sheets.rows'>
  count(sheet: SheetName, filter: SheetFilter): number
  totals(asked: CallParsed<'sheets.totals'>): CallOutput<'sheets.totals'>
  /** The rows of a selection as a query to go on with. */
  selected(sheet: SheetName, selection: Selection): SheetQuery
  /** Those columns of a sheet. Throws `sheet.unknown-column`. */
  columns(sheet: SheetName, names: readonly string[]): readonly SheetColumn[]
  /** Keys of the selected rows in their order. Throws `sheet.too-many` beyond `most`. */
  keys(
    sheet: SheetName,
    selection: Selection,
    sort: CallParsed<'sheets.rows'>['sort'],
    most: number,
  ): RowKey[]
  /** Ids that the selected rows belong to, each once. Throws `sheet.too-many`. */
  ids(sheet: SheetName, selection: Selection): number[]
  /** Cells of rows that are still there, phones as they are. */
  cells(sheet: SheetName, columns: readonly SheetColumn[], keys: readonly RowKey[]): Map<RowKey, Cell[]>
}

export interface SheetReadingParts {
  readonly reader: Reader
  readonly today: () => BusinessDate
  readonly members: Members
  /** Whether phones are shown whole just now. */
  readonly revealed: () => boolean
  /** Told whose rows were shown. */
  readonly saw: (customerIds: readonly number[]) => void
}

/** A sheet of customers or products holds fewer than this; more would be asked for window by window. */
const mostKept = 200_000
const mostIds = 100_000

/** Everything that sheets are asked: columns, rows, counts, sums. Nothing is written here. */
export const createSheetReading = ({
  reader,
  today,
  members,
  revealed,
  saw,
}: SheetReadingParts): SheetReading => {
  const lists = createKeptLists<RowKey>()

  const columnsOf = (source: SheetSource): ReadonlyMap<string, SheetColumn> =>
    new Map(source.columns(reader).map((column) => [column.name, column]))

  const asking = (sheet: SheetName, filter: SheetFilter): SheetQuery => {
    const source = sheetSources[sheet]
    const columns = columnsOf(source)
    return { source, columns, where: whereOf(filter, { source, columns, today: today(), members }) }
  }

  const orderOfRows = (asked: CallParsed<'sheets.rows'>, rows: SheetQuery): KeptList<RowKey> => {
    const question = JSON.stringify([asked.sheet, asked.filter, asked.sort])
    const known = lists.find(asked.list, question)
    if (known !== undefined) return known
    if (!rows.source.keepsOrder) {
      return lists.keep({ asked: question, total: countRows(reader, rows), keys: null })
    }
    const keys = keysInOrder(reader, rows, asked.sort, 0, mostKept)
    return lists.keep({ asked: question, total: keys.length, keys })
  }

  const selected: SheetReading['selected'] = (sheet, selection) => {
    if ('filter' in selection) {
      const rows = asking(sheet, selection.filter)
      if (selection.exceptKeys.length === 0) return rows
      return withCondition(rows, keyIs(rows.source, selection.exceptKeys, false))
    }
    const rows = asking(sheet, {})
    return withCondition(rows, keyIs(rows.source, selection.keys, true))
  }

  const keys: SheetReading['keys'] = (sheet, selection, sort, most) => {
    const found = keysInOrder(reader, selected(sheet, selection), sort, 0, most + 1)
    if (found.length > most) throw new DangolError('sheet.too-many', { most })
    return found
  }

  return {
    describe: (sheet) => sheetSources[sheet].columns(reader).map(infoOf),
    rows(asked) {
      const rows = asking(asked.sheet, asked.filter)
      const columns = named(rows.columns, asked.columns)
      const list = orderOfRows(asked, rows)
      const keys =
        list.keys?.slice(asked.from, asked.from + asked.count) ??
        keysInOrder(reader, rows, asked.sort, asked.from, asked.count)
      const cells = cellsAt(reader, rows.source, columns, keys)
      saw(ownersOf(reader, rows.source, keys))
      return {
        rows: keys.map((key) => ({
          key: String(key),
          // A row that has gone meanwhile keeps its place, empty, until the sheet is asked for anew.
          cells: shown(columns, cells.get(key), revealed()),
        })),
        total: list.total,
        list: list.id,
      }
    },
    count: (sheet, filter) => countRows(reader, asking(sheet, filter)),
    totals({ sheet, selection, columns: names }) {
      const rows = selected(sheet, selection)
      const columns = named(rows.columns, names).filter(({ kind }) => addsUp(kind))
      const found = sumsOf(reader, rows, columns)
      return {
        rows: found.rows,
        sums: columns.map(({ name }, index) => {
          const { filled = 0, sum = null } = found.sums[index] ?? {}
          return { column: name, filled, sum, average: sum === null || filled === 0 ? null : sum / filled }
        }),
      }
    },
    selected,
    columns: (sheet, names) => named(columnsOf(sheetSources[sheet]), names),
    keys,
    ids: (sheet, selection) => [
      ...new Set(keys(sheet, selection, [], mostIds).map((key) => Number.parseInt(String(key), 10))),
    ],
    cells: (sheet, columns, keys) => cellsAt(reader, sheetSources[sheet], columns, keys),
  }
}

const named = (known: ReadonlyMap<string, SheetColumn>, names: readonly string[]): SheetColumn[] =>
  names.map((name) => {
    const column = known.get(name)
    if (column === undefined) throw new DangolError('sheet.unknown-column', { column: name })
    return column
  })

const withCondition = (rows: SheetQuery, condition: SheetQuery['where']['where'][number]): SheetQuery => ({
  ...rows,
  where: { ...rows.where, where: [...rows.where.where, condition] },
})

const infoOf = ({
  name,
  kind,
  label,
  sortable,
  filterable,
  editable,
  options,
  shown,
  width,
}: SheetColumn): CallOutput<'sheets.describe'>[number] => ({
  name,
  kind,
  label,
  sortable,
  filterable,
  editable,
  options: options === null ? null : options.map((option) => ({ ...option })),
  shown,
  width,
})

const shown = (columns: readonly SheetColumn[], cells: Cell[] | undefined, whole: boolean): Cell[] =>
  columns.map(({ kind }, index) => {
    const cell = cells?.[index] ?? null
    return kind === 'phone' && typeof cell === 'string' && !whole ? maskPhone(cell) : cell
  })

import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import type { SheetName } from '#shared/contract/sheet-filter.ts'
import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import { DangolError, type ErrorCode, isDangolError } from '#shared/errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { cellOf, keptCell, keptText } from './cell-text.ts'
import type { CellWriters } from './cell-writers.ts'
import {
  addChange,
  beginCommand,
  type ChangeRow,
  type CommandRow,
  changesFrom,
  firstUndone,
  lastDone,
  setCells,
  setState,
} from './commands.repo.ts'
import { cellsAt, keyOf, type RowKey } from './rows.repo.ts'
import { type Cell, type SheetColumn, sheetSources } from './sources.repo.ts'

type Done = CallOutput<'sheets.edit'>
type Refused = Done['refused'][number]

/** Whether it changed anything; throws a `DangolError` where it cannot be. */
export type ApplyChange = (tx: Writer, change: Change, at: EpochMs, reason: string) => boolean

/** One cell of a command, in the direction in which it is done now. */
export interface Change {
  readonly key: string
  readonly column: string
  readonly from: string | null
  readonly to: string | null
}

export interface SheetEditing {
  edit(asked: CallParsed<'sheets.edit'>): Promise<Done>
  history(sheet: SheetName): CallOutput<'sheets.history'>
  /** Throws `sheet.nothing-to-undo`. */
  undo(sheet: SheetName): Promise<Done>
  redo(sheet: SheetName): Promise<Done>
  /** One command over many rows, in pieces between which the counter goes on. */
  command(
    sheet: SheetName,
    kind: 'tag' | 'points',
    changes: readonly Change[],
    reason?: string,
    also?: (tx: Writer) => void,
  ): Promise<Done>
}

export interface SheetEditingParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly clock: Clock
  readonly today: () => BusinessDate
  readonly personId: () => number | null
  readonly writers: CellWriters
  readonly apply: Readonly<Record<'tag' | 'points', ApplyChange>>
}

/** Cells of one unit of work: some milliseconds, so that the counter's own work comes in between. */
const ofAPiece = 100
/** As many refusals as somebody reads. */
const mostTold = 500

/** Commands in sheets: each change is kept with what stood there before, and can be taken back within the day. */
export const createSheetEditing = (parts: SheetEditingParts): SheetEditing => {
  const { reader, unit, ids, clock, today } = parts
  const inTurn = createTurns()

  const columnsOf = (sheet: SheetName): ReadonlyMap<string, SheetColumn> =>
    new Map(sheetSources[sheet].columns(reader).map((column) => [column.name, column]))

  const newCommand = (sheet: SheetName, kind: CommandRow['kind'], at: EpochMs): CommandRow => ({
    id: ids.next(at),
    sheet,
    kind,
    person_id: parts.personId(),
    at,
    business_date: today(),
    cells: 0,
    state: 'done',
  })

  /** Runs `work` over the items piece by piece; the command is begun by the first change that is really made. */
  const record = async <Item>(
    command: CommandRow,
    items: readonly Item[],
    work: (tx: Writer, piece: readonly Item[], keep: (change: Change) => void) => void,
    also?: (tx: Writer) => void,
  ): Promise<number> => {
    let cells = 0
    for (let from = 0; from < items.length; from += ofAPiece) {
      if (from > 0) await breath()
      const before = cells
      try {
        unit.write((tx) => {
          work(tx, items.slice(from, from + ofAPiece), ({ key, column, from: before, to }) => {
            if (cells === 0) {
              beginCommand(tx, command)
              also?.(tx)
            }
            addChange(tx, {
              command_id: command.id,
              position: cells,
              row_key: key,
              column_name: column,
              before,
              after: to,
            })
            cells += 1
          })
          if (cells > before) setCells(tx, command.id, cells)
        })
      } catch (error) {
        // What went before stands, and can be undone.
        cells = before
        throw error
      }
    }
    return cells
  }

  const edit = async ({ sheet, cells }: CallParsed<'sheets.edit'>): Promise<Done> => {
    const columns = columnsOf(sheet)
    const refused: Refused[] = []
    const refuse = (key: string, column: string, code: ErrorCode): void => {
      if (refused.length < mostTold) refused.push({ key, column, code })
    }
    const command = newCommand(sheet, 'edit', clock.now())
    // The last word on each cell counts.
    const once = [...new Map(cells.map((cell) => [`${cell.key} ${cell.column}`, cell])).values()]
    const changed = await record(command, once, (tx, piece, keep) => {
      const used = [...new Set(piece.map((cell) => cell.column))].flatMap((name) => columns.get(name) ?? [])
      const now = standing(
        tx,
        sheet,
        used,
        piece.map(({ key }) => key),
      )
      for (const { key, column: name, text, before } of piece) {
        const column = columns.get(name)
        const stands = now.of(key, name)
        if (column === undefined) refuse(key, name, 'sheet.unknown-column')
        else if (!column.editable) refuse(key, name, 'sheet.cell-fixed')
        else if (stands === null) refuse(key, name, 'sheet.row-gone')
        else if (before !== undefined && before !== stands.value) refuse(key, name, 'sheet.cell-conflict')
        else {
          const parsed = cellOf(column, sheet, text)
          if (!parsed.ok) refuse(key, name, 'sheet.cell-invalid')
          else if (keptText(parsed.value) !== keptText(emptyIsNull(stands.value))) {
            const code = writeOr(() => parts.writers[sheet](tx, keyOf(key), name, parsed.value, command.at))
            if (code !== null) refuse(key, name, code)
            else {
              keep({ key, column: name, from: keptText(stands.value), to: keptText(parsed.value) })
              now.set(key, name, parsed.value)
            }
          }
        }
      }
    })
    return { commandId: changed === 0 ? null : command.id, changed, people: changed, refused }
  }

  const command: SheetEditing['command'] = async (sheet, kind, changes, reason = '', also) => {
    const row = newCommand(sheet, kind, clock.now())
    const refused: Refused[] = []
    const changed = await record(
      row,
      changes,
      (tx, piece, keep) => {
        for (const change of piece) {
          let made = false
          const code = writeOr(() => {
            made = parts.apply[kind](tx, change, row.at, reason)
          })
          if (code === null && made) keep(change)
          else if (code === null) continue
          else if (refused.length < mostTold) refused.push({ key: change.key, column: change.column, code })
        }
      },
      also,
    )
    return { commandId: changed === 0 ? null : row.id, changed, people: changed, refused }
  }

  /** Does a kept command backwards, or once more; it is marked with the last piece. */
  const turn = async (row: CommandRow, state: 'done' | 'undone'): Promise<Done> => {
    const sheet = sheetSources[row.sheet as SheetName].name
    const columns = columnsOf(sheet)
    const refused: Refused[] = []
    let changed = 0
    const one = (tx: Writer, now: ReturnType<typeof standing>, change: Change): ErrorCode | null => {
      if (row.kind !== 'edit') {
        const { kind } = row
        return writeOr(() => void parts.apply[kind](tx, change, clock.now(), ''))
      }
      const column = columns.get(change.column)
      const stands = now.of(change.key, change.column)
      if (column === undefined) return 'sheet.unknown-column'
      if (stands === null) return 'sheet.row-gone'
      if (keptText(emptyIsNull(stands.value)) !== emptyIsNull(change.from)) return 'sheet.cell-conflict'
      const value = keptCell(column.kind, change.to)
      return writeOr(() => parts.writers[sheet](tx, keyOf(change.key), change.column, value, clock.now()))
    }
    for (let from = 0; ; from += ofAPiece) {
      if (from > 0) await breath()
      const more = unit.write((tx) => {
        const piece = changesFrom(tx, row.id, from, ofAPiece)
        const used = [...new Set(piece.map((change) => change.column_name))].flatMap(
          (name) => columns.get(name) ?? [],
        )
        const now = standing(
          tx,
          sheet,
          used,
          piece.map((change) => change.row_key),
        )
        for (const kept of piece) {
          const code = one(tx, now, directed(kept, state))
          if (code === null) changed += 1
          else if (refused.length < mostTold)
            refused.push({ key: kept.row_key, column: kept.column_name, code })
        }
        if (piece.length === ofAPiece) return true
        setState(tx, row.id, state)
        return false
      })
      if (!more) return { commandId: row.id, changed, people: changed, refused }
    }
  }

  return {
    edit: (asked) => inTurn(() => edit(asked)),
    command: (...given) => inTurn(() => command(...given)),
    history: (sheet) => ({
      undo: stepOf(lastDone(reader, sheet, today())),
      redo: stepOf(firstUndone(reader, sheet, today())),
    }),
    undo: (sheet) => inTurn(() => turn(here(lastDone(reader, sheet, today())), 'undone')),
    redo: (sheet) => inTurn(() => turn(here(firstUndone(reader, sheet, today())), 'done')),
  }
}

/** The cells as they stand, asked for once a piece. */
const standing = (tx: Reader, sheet: SheetName, columns: readonly SheetColumn[], keys: readonly string[]) => {
  const found = cellsAt(tx, sheetSources[sheet], columns, [...new Set(keys)].map(keyOf))
  const place = new Map(columns.map((column, index) => [column.name, index]))
  return {
    of(key: string, column: string): { readonly value: Cell } | null {
      const cells = found.get(keyOf(key))
      const index = place.get(column)
      return cells === undefined || index === undefined ? null : { value: cells[index] ?? null }
    },
    set(key: string, column: string, value: Cell): void {
      const cells = found.get(keyOf(key) satisfies RowKey)
      const index = place.get(column)
      if (cells !== undefined && index !== undefined) cells[index] = value
    },
  }
}

const stepOf = (row: CommandRow | undefined): CallOutput<'sheets.history'>['undo'] =>
  row === undefined ? null : { commandId: row.id, kind: row.kind, cells: row.cells }

const here = (row: CommandRow | undefined): CommandRow => {
  if (row === undefined) throw new DangolError('sheet.nothing-to-undo')
  return row
}

const directed = (kept: ChangeRow, state: 'done' | 'undone'): Change => ({
  key: kept.row_key,
  column: kept.column_name,
  from: state === 'undone' ? kept.after : kept.before,
  to: state === 'undone' ? kept.before : kept.after,
})

/** Nothing and an empty text look the same in a cell. */
const emptyIsNull = <V extends Cell>(value: V): V | null => (value === '' ? null : value)

/** Null when it went well; our own codes are told, anything else undoes the piece. */
const writeOr = (work: () => void): ErrorCode | null => {
  try {
    work()
    return null
  } catch (error) {
    if (isDangolError(error)) return error.code
    throw error
  }
}

/** Whatever waits in the backend gets its turn. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** One command after the other: pieces of two must not mix, nor undo begin within one. */
const createTurns = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}

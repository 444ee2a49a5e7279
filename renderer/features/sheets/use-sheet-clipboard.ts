import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import type { CellLook } from './cell-look.ts'
import { boundsOf, pasteTargets, type Rectangle } from './grid/rectangle.ts'
import { cellsIn, tsvOf } from './tsv.ts'
import type { MarkedCells } from './use-marked-cells.ts'
import type { SheetCommands } from './use-sheet-commands.ts'
import type { SheetState } from './use-sheet-state.ts'

export interface ClipboardParts {
  readonly state: SheetState
  readonly look: CellLook
  readonly names: readonly string[]
  readonly rectangle: Rectangle | null
  readonly marked: MarkedCells | null | undefined
  readonly edit: SheetCommands['edit']
}

/** As many cells as one command takes. */
const mostCells = 5000

/** Cells to and from Excel, as text with tabs. */
export const useSheetClipboard = ({ state, look, names, rectangle, marked, edit }: ClipboardParts) => {
  const { t } = useWords()
  const toasts = useToasts()

  /** Null: there is nothing to copy, and why is told. */
  const copy = (): string | null => {
    if (marked === undefined) toasts.show({ text: t('sheet.tooManyMarked'), tone: 'bad' })
    if (marked === null || marked === undefined) return null
    const known = new Map(state.columns.map((column) => [column.name, column]))
    const rows = marked.rows.map(({ cells }) =>
      marked.columns.map((name) => {
        const column = known.get(name)
        return column === undefined ? '' : look.copied(column, cells[name] ?? null)
      }),
    )
    if (rows.length > 1) toasts.show({ text: t('sheet.copied', { n: rows.length }) })
    return tsvOf(rows)
  }

  const paste = async (text: string): Promise<void> => {
    const bounds = rectangle === null ? null : boundsOf(rectangle, names)
    const cells = cellsIn(text)
    if (bounds === null || cells.length === 0) return
    const { targets, outside } = pasteTargets(cells, bounds, names, state.total ?? 0)
    if (targets.length > mostCells) return toasts.show({ text: t('sheet.pasteTooMuch'), tone: 'bad' })
    if (outside > 0) toasts.show({ text: t('sheet.pasteOutside', { n: outside }) })
    const last = targets.reduce((row, target) => Math.max(row, target.row), bounds.top)
    const { rows } = await state.source.rows(bounds.top, last - bounds.top + 1)
    edit(
      targets.flatMap(({ row, column, text: cell }) => {
        const key = rows[row - bounds.top]?.key
        return key === undefined ? [] : [{ key, column, text: cell }]
      }),
    )
  }

  return { copy, paste }
}

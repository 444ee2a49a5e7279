import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import type { CellLook } from './cell-look.ts'
import { type Picked, pickedCount, selectionOf } from './selection.ts'
import { addsUp, type Cell, type SheetColumn } from './types.ts'
import type { MarkedCells } from './use-marked-cells.ts'
import type { SheetState } from './use-sheet-state.ts'

interface Sum {
  readonly column: SheetColumn
  readonly sum: number
  readonly average: number
}

const Sums = ({ sums, look }: { readonly sums: readonly Sum[]; readonly look: CellLook }) => {
  const { t } = useWords()
  return (
    <dl className="sheet-sums">
      {sums.map(({ column, sum, average }) => (
        <div key={column.name}>
          <dt>{look.label(column)}</dt>
          <dd>
            {look.text(column, sum)}
            <small>{t('sheet.average', { text: look.text(column, Math.round(average * 10) / 10) })}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Sums of marked cells, by column; one cell alone says nothing. */
export const sumsOfMarked = (marked: MarkedCells, columns: readonly SheetColumn[]): Sum[] =>
  marked.columns.flatMap((name): Sum[] => {
    const column = columns.find((one) => one.name === name)
    if (column === undefined || !addsUp(column.kind)) return []
    const figures = marked.rows
      .map(({ cells }): Cell => cells[name] ?? null)
      .filter((cell) => typeof cell === 'number')
    if (figures.length === 0) return []
    const sum = figures.reduce((total, figure) => total + figure, 0)
    return [{ column, sum, average: sum / figures.length }]
  })

/** What the ticked rows come to; asked of the ledger, however many there are. */
export const PickedSums = ({
  state,
  picked,
  look,
}: {
  readonly state: SheetState
  readonly picked: Picked
  readonly look: CellLook
}) => {
  const { sheet, layout, columns, filter, total } = state
  const figures = columns.filter(
    (column) => addsUp(column.kind) && layout.some(({ name, shown }) => shown && name === column.name),
  )
  const selection = selectionOf(picked, filter)
  const names = figures.map(({ name }) => name)
  const totals = useQuery({
    queryKey: ['sheets.totals', sheet, selection, names],
    queryFn: () => api.call('sheets.totals', { sheet, selection, columns: names }),
    gcTime: 0,
    enabled: pickedCount(picked, total ?? 0) > 0,
    placeholderData: (before) => before,
  })
  const sums = (totals.data?.sums ?? []).flatMap(({ column: name, sum, average }): Sum[] => {
    const column = figures.find((one) => one.name === name)
    return column === undefined || sum === null || average === null ? [] : [{ column, sum, average }]
  })
  return <Sums sums={sums.slice(0, 3)} look={look} />
}

/** How many cells are marked and what they come to. */
export const MarkedSums = ({
  cells,
  marked,
  columns,
  look,
}: {
  readonly cells: number
  readonly marked: MarkedCells | null | undefined
  readonly columns: readonly SheetColumn[]
  readonly look: CellLook
}) => {
  const { t } = useWords()
  if (cells < 2) return null
  return (
    <>
      <span className="sheet-count">{t('sheet.cells', { n: cells })}</span>
      {marked === undefined ? <span>{t('sheet.tooManyMarked')}</span> : null}
      {marked === null || marked === undefined ? null : (
        <Sums sums={sumsOfMarked(marked, columns).slice(0, 3)} look={look} />
      )}
    </>
  )
}

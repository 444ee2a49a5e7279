import { ChevronDown, ChevronUp, Pin } from 'lucide-react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import type { CellLook } from './cell-look.ts'
import { layoutColumns, movedColumn } from './layout.ts'
import type { LayoutColumn, SheetColumn } from './types.ts'

const ChooserRow = ({
  column,
  label,
  place,
  count,
  onChange,
  onMove,
}: {
  readonly column: LayoutColumn
  readonly label: string
  readonly place: number
  readonly count: number
  readonly onChange: (change: Partial<LayoutColumn>) => void
  readonly onMove: (to: number) => void
}) => {
  const { t } = useWords()
  return (
    <li className={column.shown ? 'chooser-row' : 'chooser-row off'}>
      <label className="sheet-value">
        <input
          type="checkbox"
          checked={column.shown}
          onChange={(event) => onChange({ shown: event.target.checked })}
        />
        {label}
      </label>
      <button
        type="button"
        className="chooser-button"
        aria-pressed={column.pinned}
        aria-label={t('sheet.pinOf', { label })}
        onClick={() => onChange({ pinned: !column.pinned })}
      >
        <Pin size={18} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="chooser-button"
        disabled={place === 0}
        aria-label={t('sheet.upOf', { label })}
        onClick={() => onMove(place - 1)}
      >
        <ChevronUp size={20} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="chooser-button"
        disabled={place === count - 1}
        aria-label={t('sheet.downOf', { label })}
        onClick={() => onMove(place + 1)}
      >
        <ChevronDown size={20} aria-hidden="true" />
      </button>
    </li>
  )
}

/** Which columns are shown, in which order, and which stay in sight; the grid changes at once. */
export const ColumnChooser = ({
  columns,
  layout,
  look,
  onChange,
}: {
  readonly columns: readonly SheetColumn[]
  readonly layout: readonly LayoutColumn[]
  readonly look: CellLook
  readonly onChange: (layout: LayoutColumn[]) => void
}) => {
  const { t } = useWords()
  const known = new Map(columns.map((column) => [column.name, column]))
  return (
    <div className="chooser">
      <h3>{t('sheet.columns')}</h3>
      <p>{t('sheet.columnsLead')}</p>
      <ul>
        {layout.map((column, place) => {
          const info = known.get(column.name)
          return info === undefined ? null : (
            <ChooserRow
              key={column.name}
              column={column}
              label={look.label(info)}
              place={place}
              count={layout.length}
              onChange={(change) =>
                onChange(layout.map((one) => (one.name === column.name ? { ...one, ...change } : one)))
              }
              onMove={(to) => onChange(movedColumn(layout, column.name, to))}
            />
          )
        })}
      </ul>
      <Button look="quiet" onPress={() => onChange(layoutColumns(columns, null))}>
        {t('sheet.columnsReset')}
      </Button>
    </div>
  )
}

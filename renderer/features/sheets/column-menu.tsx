import { ArrowDown, ArrowUp, EyeOff, ListPlus, Pin, PinOff } from 'lucide-react'
import type { SheetCondition, SheetSort } from '#shared/contract/sheet-filter.ts'
import { useWords } from '../../app/words.ts'
import type { CellLook } from './cell-look.ts'
import { FilterForm } from './filters/filter-form.tsx'
import { addsUp, type ColumnKind, type LayoutColumn, type SheetColumn } from './types.ts'

export interface ColumnMenuProps {
  readonly column: SheetColumn
  readonly place: LayoutColumn
  readonly condition: SheetCondition | null
  readonly sort: SheetSort
  readonly look: CellLook
  /** Only the condition, without what else can be done with the column. */
  readonly conditionOnly: boolean
  readonly onSort: (sort: SheetSort) => void
  readonly onPlace: (change: Partial<LayoutColumn>) => void
  readonly onCondition: (condition: SheetCondition | null) => void
}

/** Figures are small or large, days early or late, words begin with ㄱ or with ㅎ. */
const orderOf = (kind: ColumnKind): 'figure' | 'day' | 'word' => {
  if (addsUp(kind)) return 'figure'
  return kind === 'date' || kind === 'moment' ? 'day' : 'word'
}

/** What can be done with one column: sort, pin, size, hide, and the condition on it. */
export const ColumnMenu = (props: ColumnMenuProps) => {
  const { column, place, condition, sort, look, conditionOnly, onSort, onPlace, onCondition } = props
  const { t } = useWords()
  const others = sort.filter((one) => one.column !== column.name)
  const by = (descending: boolean): SheetSort => [{ column: column.name, descending }]
  return (
    <div className="column-menu">
      <h3>{look.label(column)}</h3>
      {conditionOnly ? null : (
        <>
          <div className="column-menu-row">
            {column.sortable ? (
              <>
                <button type="button" className="menu-button" onClick={() => onSort(by(false))}>
                  <ArrowUp size={18} aria-hidden="true" />
                  {t(`sheet.up.${orderOf(column.kind)}`)}
                </button>
                <button type="button" className="menu-button" onClick={() => onSort(by(true))}>
                  <ArrowDown size={18} aria-hidden="true" />
                  {t(`sheet.down.${orderOf(column.kind)}`)}
                </button>
                {others.length === 0 ? null : (
                  <button
                    type="button"
                    className="menu-button"
                    onClick={() => onSort([...others, { column: column.name, descending: false }])}
                  >
                    <ListPlus size={18} aria-hidden="true" />
                    {t('sheet.sortFurther')}
                  </button>
                )}
              </>
            ) : null}
            <button type="button" className="menu-button" onClick={() => onPlace({ pinned: !place.pinned })}>
              {place.pinned ? <PinOff size={18} aria-hidden="true" /> : <Pin size={18} aria-hidden="true" />}
              {t(place.pinned ? 'sheet.unpin' : 'sheet.pin')}
            </button>
            <button type="button" className="menu-button" onClick={() => onPlace({ shown: false })}>
              <EyeOff size={18} aria-hidden="true" />
              {t('sheet.hide')}
            </button>
          </div>
          <label className="column-width">
            {t('sheet.width')}
            <input
              type="range"
              min={64}
              max={520}
              step={8}
              value={place.width}
              onChange={(event) => onPlace({ width: Number(event.target.value) })}
            />
          </label>
        </>
      )}
      {column.filterable ? (
        <>
          {conditionOnly ? null : <h4>{t('sheet.condition')}</h4>}
          <FilterForm column={column} condition={condition} look={look} onDone={onCondition} />
        </>
      ) : null}
    </div>
  )
}

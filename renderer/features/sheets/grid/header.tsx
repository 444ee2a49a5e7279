import type { IHeaderParams } from 'ag-grid-community'
import { ArrowDown, ArrowUp, EllipsisVertical } from 'lucide-react'
import { useContext, useRef } from 'react'
import { useWords } from '../../../app/words.ts'
import { SheetContext } from '../sheet-context.ts'

/** A column's head: a press sorts, with Shift it sorts further; the dots open what else can be done. */
export const SheetHeader = ({ column, displayName }: IHeaderParams) => {
  const { t } = useWords()
  const { sort, sortBy, openColumn } = useContext(SheetContext)
  const dots = useRef<HTMLButtonElement>(null)
  const name = column.getColId()
  const at = sort.findIndex((one) => one.column === name)
  const mine = sort[at]
  const Arrow = mine?.descending === true ? ArrowDown : ArrowUp
  return (
    <div className="sheet-head">
      <button
        type="button"
        className="sheet-head-name"
        tabIndex={-1}
        onClick={(event) => sortBy(name, event.shiftKey || event.ctrlKey)}
      >
        <span>{displayName}</span>
        {mine === undefined ? null : (
          <span className="sheet-head-sort">
            <Arrow size={16} aria-hidden="true" />
            {sort.length > 1 ? at + 1 : null}
            <span className="hidden-text">{t(mine.descending ? 'sheet.descending' : 'sheet.ascending')}</span>
          </span>
        )}
      </button>
      <button
        ref={dots}
        type="button"
        className="sheet-head-more"
        tabIndex={-1}
        aria-label={t('sheet.columnMenu', { label: displayName })}
        onClick={() => openColumn(name, dots.current)}
      >
        <EllipsisVertical size={18} aria-hidden="true" />
      </button>
    </div>
  )
}

/** Ticks every row of the filter, or none. */
export const PickAllHeader = () => {
  const { t } = useWords()
  const { picked, pickAll } = useContext(SheetContext)
  const some = picked.all || picked.keys.size > 0
  const every = picked.all && picked.keys.size === 0
  return (
    <button
      type="button"
      className="sheet-pick"
      role="checkbox"
      tabIndex={-1}
      aria-checked={every ? true : some ? 'mixed' : false}
      aria-label={t('sheet.pickAll')}
      onClick={pickAll}
    >
      <span
        className={every ? 'sheet-tick on' : some ? 'sheet-tick some' : 'sheet-tick'}
        aria-hidden="true"
      />
    </button>
  )
}

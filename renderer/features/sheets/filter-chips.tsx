import { X } from 'lucide-react'
import { useRef } from 'react'
import type { SheetCondition } from '#shared/contract/sheet-filter.ts'
import { useWords } from '../../app/words.ts'
import type { CellLook } from './cell-look.ts'
import { conditionWords } from './condition-words.ts'
import type { SheetColumn } from './types.ts'

const Chip = ({
  text,
  onOpen,
  onRemove,
}: {
  readonly text: string
  readonly onOpen: ((at: HTMLElement | null) => void) | null
  readonly onRemove: () => void
}) => {
  const { t } = useWords()
  const at = useRef<HTMLButtonElement>(null)
  return (
    <li className="sheet-chip">
      <button ref={at} type="button" disabled={onOpen === null} onClick={() => onOpen?.(at.current)}>
        {text}
      </button>
      <button type="button" aria-label={t('sheet.chipRemove', { text })} onClick={onRemove}>
        <X size={16} aria-hidden="true" />
      </button>
    </li>
  )
}

/** What the sheet is narrowed down to, each in words, each to be changed or taken away. */
export const FilterChips = ({
  columns,
  conditions,
  fixed,
  look,
  onOpen,
  onRemove,
  onRemoveFixed,
}: {
  readonly columns: readonly SheetColumn[]
  readonly conditions: readonly SheetCondition[]
  /** What another page opened it for; null where it was not. */
  readonly fixed: string | null
  readonly look: CellLook
  readonly onOpen: (column: string, at: HTMLElement | null) => void
  readonly onRemove: (column: string) => void
  readonly onRemoveFixed: () => void
}) => {
  const { t } = useWords()
  if (conditions.length === 0 && fixed === null) return null
  return (
    <ul className="sheet-chips" aria-label={t('sheet.conditions')}>
      {fixed === null ? null : <Chip text={fixed} onOpen={null} onRemove={onRemoveFixed} />}
      {conditions.map((condition, index) => {
        const column = columns.find(({ name }) => name === condition.column)
        if (column === undefined) return null
        return (
          <Chip
            key={`${condition.column} ${index}`}
            text={conditionWords(condition, column, look, t)}
            onOpen={(at) => onOpen(condition.column, at)}
            onRemove={() => onRemove(condition.column)}
          />
        )
      })}
    </ul>
  )
}

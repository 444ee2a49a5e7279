import { useWords } from '../../../app/words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { SheetDialog } from '../sheet-popover.tsx'
import type { SheetColumn } from '../types.ts'

/** One category for all products that are ticked; a press does it, and can be taken back. */
export const CategoryDialog = ({
  count,
  columns,
  onChoose,
  onClose,
}: {
  readonly count: number
  readonly columns: readonly SheetColumn[]
  readonly onChoose: (category: string) => void
  readonly onClose: () => void
}) => {
  const { t } = useWords()
  const categories = columns.find(({ name }) => name === 'category')?.options ?? []
  return (
    <SheetDialog title={t('sheet.category.title', { n: count })} onClose={onClose}>
      {categories.length === 0 ? <Notice>{t('sheet.category.none')}</Notice> : null}
      <div className="sheet-form-chips">
        {categories.map(({ value }) => (
          <button key={value} type="button" className="sheet-chip-choice" onClick={() => onChoose(value)}>
            {value}
          </button>
        ))}
        <button type="button" className="sheet-chip-choice" onClick={() => onChoose('')}>
          {t('sheet.category.empty')}
        </button>
      </div>
    </SheetDialog>
  )
}

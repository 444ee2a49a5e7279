import { useWords } from '../../app/words.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { filterOf, type SheetOpening } from './open-sheet.tsx'

/** A sheet with its head. */
export const SheetView = ({ opening }: { readonly opening: SheetOpening }) => {
  const { t } = useWords()
  return (
    <div data-filter={JSON.stringify(filterOf(opening))}>
      <PageHead title={opening.title ?? t(`sheet.${opening.sheet}.title`)} />
    </div>
  )
}

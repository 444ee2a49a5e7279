import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { PageLoading } from '../../ui/full-page.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { filterOf, type SheetOpening } from './open-sheet.tsx'
import { SheetBody } from './sheet-body.tsx'
import { useRowOpening } from './use-row-opening.tsx'

export interface SheetViewProps {
  readonly opening: SheetOpening
  readonly onBack?: () => void
}

/** A sheet: its columns and how it was left are fetched first. */
export const SheetView = ({ opening, onBack }: SheetViewProps) => {
  const { t } = useWords()
  const { sheet } = opening
  const rows = useRowOpening(sheet)
  const columns = useQuery({
    queryKey: ['sheets.describe', sheet],
    queryFn: () => api.call('sheets.describe', { sheet }),
    refetchOnMount: 'always',
  })
  const views = useQuery({
    queryKey: ['sheets.views', sheet],
    queryFn: () => api.call('sheets.views', { sheet }),
  })
  const error = columns.error ?? views.error
  if (error !== null) return <FailureNotice failure={failureOf(error)} />
  if (columns.data === undefined || views.data === undefined)
    return <PageLoading text={t('common.loading')} />
  return (
    <>
      <SheetBody
        key={JSON.stringify([sheet, filterOf(opening), opening.title])}
        opening={opening}
        columns={columns.data}
        kept={views.data.current}
        onBack={onBack ?? null}
        onOpen={rows.open}
      />
      {rows.over}
    </>
  )
}

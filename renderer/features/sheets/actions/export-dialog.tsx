import { useState } from 'react'
import { api } from '../../../api/api.ts'
import { failureOf } from '../../../api/failure.ts'
import { useWords } from '../../../app/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Check } from '../../../ui/check.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToasts } from '../../../ui/toast.tsx'
import type { CellLook } from '../cell-look.ts'
import { shownNames } from '../layout.ts'
import { SheetDialog } from '../sheet-popover.tsx'
import type { Selection, SheetColumn } from '../types.ts'
import type { SheetState } from '../use-sheet-state.ts'

/** What leaves the shop: which rows, in which form, masked or with a reason. */
export const ExportDialog = ({
  state,
  look,
  selection,
  count,
  onClose,
}: {
  readonly state: SheetState
  readonly look: CellLook
  readonly selection: Selection
  readonly count: number
  readonly onClose: () => void
}) => {
  const { t } = useWords()
  const toasts = useToasts()
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const [whole, setWhole] = useState(false)
  const [reason, setReason] = useState('')
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<ReturnType<typeof failureOf> | null>(null)
  const ready = !working && (!whole || reason.trim().length >= 2)
  const known = new Map(state.columns.map((column) => [column.name, column]))
  const columns = shownNames(state.layout).flatMap((name): SheetColumn[] => {
    const column = known.get(name)
    return column === undefined ? [] : [column]
  })

  const run = async (): Promise<void> => {
    setWorking(true)
    setFailure(null)
    try {
      const file = await api.call('sheets.export', {
        sheet: state.sheet,
        selection,
        columns: columns.map(({ name }) => name),
        headings: columns.map((column) => look.label(column)),
        sort: state.sort,
        format,
        reason: whole ? reason.trim() : null,
      })
      toasts.show({ text: t('sheet.export.done', { n: file.rows }), detail: file.path, stay: 9_000 })
      onClose()
    } catch (error) {
      setFailure(failureOf(error))
      setWorking(false)
    }
  }

  return (
    <SheetDialog title={t('sheet.export.title', { n: count })} onClose={onClose}>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <Choice
        label={t('sheet.export.format')}
        value={format}
        onChange={setFormat}
        options={[
          { value: 'xlsx', text: t('sheet.export.xlsx') },
          { value: 'csv', text: t('sheet.export.csv') },
        ]}
      />
      <p className="sheet-export-lead">{t('sheet.export.lead', { n: columns.length })}</p>
      {state.sheet === 'products' ? null : (
        <>
          <Check isSelected={whole} onChange={setWhole}>
            {t('sheet.export.whole')}
          </Check>
          {whole ? (
            <TextField
              label={t('sheet.reveal.reason')}
              placeholder={t('sheet.reveal.example')}
              autoFocus
              maxLength={200}
              value={reason}
              onChange={setReason}
              note={t('sheet.export.kept')}
            />
          ) : (
            <Notice>{t('sheet.export.masked')}</Notice>
          )}
        </>
      )}
      <div className="sheet-form-end">
        <Button look="primary" isDisabled={!ready} onPress={() => void run()}>
          {t(working ? 'sheet.export.working' : 'sheet.export.make')}
        </Button>
      </div>
    </SheetDialog>
  )
}

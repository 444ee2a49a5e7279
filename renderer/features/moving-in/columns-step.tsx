import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { ColumnMap } from './column-map.tsx'
import { type MoveField, missingIn, withField } from './mapping.ts'
import type { MovingState } from './use-moving.ts'

type Look = CallOutput<'moving.look'>

/** Titles and dates of printing stand above the headings, seldom more of them. */
const headerChoices = 8

/** What is in the file, and what each of its columns is. */
export const ColumnsStep = ({ state, look }: { readonly state: MovingState; readonly look: Look }) => {
  const { t } = useWords()
  const [columns, setColumns] = useState<readonly (MoveField | null)[]>(look.columns)
  const [existing, setExisting] = useState<'skip' | 'complete'>('complete')
  const onError = useFailureToast()
  const again = useMutation({
    mutationFn: (at: CallInput<'moving.look'>) => api.call('moving.look', at),
    onError,
  })
  const check = useMutation({
    mutationFn: () => api.call('moving.check', { columns: [...columns], existing }),
    onError,
  })
  const leave = useMutation({ mutationFn: () => api.call('moving.leave', {}), onError })
  const missing = missingIn(look.kind, columns)
  const { sheet, kind, headerRow } = look
  return (
    <div className="moving-columns">
      {state.trouble === null ? null : <FailureNotice failure={state.trouble} />}
      <p className="moving-name">{state.fileName}</p>
      <div className="moving-choices">
        <Choice
          label={t('moving.what')}
          value={kind}
          options={(['customers', 'sales'] as const).map((value) => ({
            value,
            text: t(`moving.kind.${value}`),
          }))}
          onChange={(next) => again.mutate({ sheet, kind: next, headerRow: null })}
        />
        {look.sheets.length < 2 ? null : (
          <Select
            label={t('moving.sheet')}
            value={String(sheet)}
            options={look.sheets.map(({ name, rows }, index) => ({
              value: String(index),
              text: t('moving.sheetRows', { name, n: rows }),
            }))}
            onChange={(next) => again.mutate({ sheet: Number(next), kind: null, headerRow: null })}
          />
        )}
        <Select
          label={t('moving.headerRow')}
          value={String(headerRow)}
          options={[
            -1,
            ...Array.from({ length: Math.max(headerChoices, headerRow + 1) }, (_, row) => row),
          ].map((row) => ({
            value: String(row),
            text: row < 0 ? t('moving.headerRow.none') : t('moving.headerRow.nth', { n: row + 1 }),
          }))}
          onChange={(next) => again.mutate({ sheet, kind, headerRow: Number(next) })}
        />
      </div>
      <p className="soft">{t('moving.columns.lead')}</p>
      <ColumnMap
        look={look}
        columns={columns}
        onChoose={(at, field) => setColumns(withField(columns, at, field))}
      />
      {kind === 'customers' ? (
        <Choice
          label={t('moving.existing')}
          value={existing}
          options={(['complete', 'skip'] as const).map((value) => ({
            value,
            text: t(`moving.existing.${value}`),
          }))}
          onChange={setExisting}
        />
      ) : (
        <p className="soft">
          {columns.includes('time') ? '' : `${t('moving.noTime')} `}
          {t('moving.noPoints')}
        </p>
      )}
      <div className="moving-actions">
        <Button look="quiet" onPress={() => leave.mutate()}>
          {t('moving.otherFile')}
        </Button>
        {missing === null ? null : <p role="status">{t(missing)}</p>}
        <Button
          look="primary"
          size="large"
          isDisabled={missing !== null || check.isPending}
          onPress={() => check.mutate()}
        >
          {t('moving.toPreview')}
        </Button>
      </div>
    </div>
  )
}

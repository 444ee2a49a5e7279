import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { FolderField } from './folder-field.tsx'

type Settings = CallOutput<'backup.settings'>

const hours = Array.from({ length: 24 }, (_, hour) => String(hour))

/** The chosen folder, and what happens by itself. */
export const PlanSection = ({
  settings,
  onSaved,
}: {
  readonly settings: Settings
  readonly onSaved: () => void
}) => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const [draft, setDraft] = useState(settings)
  const save = useMutation({
    mutationFn: () => {
      const folder = draft.folder?.trim() ?? ''
      return api.call('backup.saveSettings', { ...draft, folder: folder === '' ? null : folder })
    },
    onSuccess: async () => {
      show({ text: t('common.saved') })
      onSaved()
      await Promise.all(
        [keys.backupSettings, keys.backupTargets].map((queryKey) => client.invalidateQueries({ queryKey })),
      )
    },
  })
  return (
    <form
      className="backup-section"
      aria-label={t('backup.plan')}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <h2>{t('backup.plan')}</h2>
      <p className="backup-soft">{t('backup.planHint')}</p>
      <FolderField
        label={t('backup.folder')}
        value={draft.folder ?? ''}
        onChange={(folder) => setDraft({ ...draft, folder })}
        note={t('backup.folderNote')}
      />
      <Check isSelected={draft.hourly} onChange={(hourly) => setDraft({ ...draft, hourly })}>
        {t('backup.hourly')}
      </Check>
      <Check isSelected={draft.daily} onChange={(daily) => setDraft({ ...draft, daily })}>
        {t('backup.daily')}
      </Check>
      {save.error === null ? null : <FailureNotice failure={failureOf(save.error)} />}
      <div className="backup-save">
        {draft.daily ? (
          <Select
            label={t('backup.dailyHour')}
            value={String(draft.dailyHour)}
            options={hours.map((value) => ({ value, text: t('backup.hour', { n: Number(value) }) }))}
            onChange={(hour) => setDraft({ ...draft, dailyHour: Number(hour) })}
          />
        ) : (
          <span />
        )}
        <Button type="submit" isDisabled={save.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

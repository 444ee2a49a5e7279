import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Target } from './target-card.tsx'

const progressKey = ['openExport.progress']
const shortest = 8

/** Everything in formats that any program opens: nobody is kept here against their will. */
export const ExportSection = ({ targets }: { readonly targets: readonly Target[] }) => {
  const { t } = useWords()
  const client = useQueryClient()
  const near = targets.filter(({ freeBytes }) => freeBytes !== null)
  const [chosen, choose] = useState<string | null>(null)
  const [locked, setLocked] = useState(true)
  const [password, setPassword] = useState('')
  const target = near.find(({ path }) => path === chosen)?.path ?? near[0]?.path ?? ''
  const progress = useQuery({
    queryKey: progressKey,
    queryFn: () => api.call('openExport.progress', {}),
  }).data
  useEffect(() => api.on('openExport.progress', (next) => client.setQueryData(progressKey, next)), [client])
  const run = useMutation({
    mutationFn: () => api.call('openExport.run', { target, zip: locked, password: locked ? password : '' }),
    onSuccess: () => setPassword(''),
  })
  const short = password !== '' && password.length < shortest
  const ready = target !== '' && !run.isPending && (!locked || password.length >= shortest)
  const failure = run.error === null ? null : failureOf(run.error)
  return (
    <section className="backup-section" aria-label={t('export.title')}>
      <h2>{t('export.title')}</h2>
      <p className="backup-soft">{t('export.lead')}</p>
      {near.length === 0 ? <p>{t('backup.noTarget')}</p> : null}
      {near.length > 1 ? (
        <Select
          label={t('backup.where')}
          value={target}
          options={near.map(({ path, name }) => ({ value: path, text: `${name} · ${path}` }))}
          onChange={choose}
        />
      ) : null}
      <Check isSelected={locked} onChange={setLocked}>
        {t('export.locked')}
      </Check>
      {locked ? (
        <TextField
          label={t('export.password')}
          type="password"
          value={password}
          onChange={setPassword}
          maxLength={200}
          error={short ? t('export.short', { n: shortest }) : null}
          note={t('export.passwordNote')}
        />
      ) : (
        <Notice tone="warn">{t('export.open')}</Notice>
      )}
      {progress?.running === true ? (
        <div className="backup-progress" aria-live="polite">
          <p>
            <strong>{t('export.working')}</strong>
            {progress.secondsLeft === null ? null : (
              <span>{t('backup.left', { n: progress.secondsLeft })}</span>
            )}
          </p>
          <progress value={progress.part} max={1} aria-label={t('export.title')} />
          <Button onPress={() => void api.call('openExport.cancel', {})}>{t('common.cancel')}</Button>
        </div>
      ) : (
        <div className="backup-save">
          <span />
          <Button isDisabled={!ready} onPress={() => run.mutate()}>
            {t('export.run')}
          </Button>
        </div>
      )}
      {failure === null || failure.code === 'backup.cancelled' ? null : <FailureNotice failure={failure} />}
      {run.data === undefined ? null : (
        <Notice tone="good" role="status">
          {t('export.done', { n: run.data.files })} <code>{run.data.path}</code>
        </Notice>
      )}
    </section>
  )
}

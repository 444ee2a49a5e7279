import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import type { AppStatus } from '../../api/types.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { PassphraseChange, RecoveryChange } from './keys-form.tsx'
import { Section } from './section.tsx'

const startKey = ['app.startsWithPc']

export const LedgerSection = ({ status }: { readonly status: AppStatus }) => {
  const { t } = useWords()
  const onError = useFailureToast()
  const unattended = useMutation({
    mutationFn: (on: boolean) => api.call('ledger.setUnattendedStart', { on }),
    onError,
  })
  const client = useQueryClient()
  const start = useQuery({ queryKey: startKey, queryFn: () => api.call('app.startsWithPc', { on: null }) })
  const setStart = useMutation({
    mutationFn: (on: boolean) => api.call('app.startsWithPc', { on }),
    onSuccess: (next) => client.setQueryData(startKey, next),
    onError,
  })
  const [changing, change] = useState<'passphrase' | 'code' | null>(null)
  const close = (): void => change(null)
  const lock = useMutation({ mutationFn: () => api.call('ledger.lock', {}), onError })
  return (
    <Section
      title={t('settings.ledger')}
      action={status.demo ? null : <Button onPress={() => lock.mutate()}>{t('settings.ledger.lock')}</Button>}
    >
      <p className="settings-soft">
        {t('settings.ledger.folder')} <code>{status.dataFolder}</code>
      </p>
      {status.demo ? null : (
        <Check isSelected={status.unattendedStart} onChange={(on) => unattended.mutate(on)}>
          <strong>{t('settings.ledger.unattended')}</strong>
          <small>{t('settings.ledger.unattendedHint')}</small>
        </Check>
      )}
      {start.data?.on == null ? null : (
        <Check isSelected={start.data.on} onChange={(on) => setStart.mutate(on)}>
          <strong>{t('settings.startsWithPc')}</strong>
          <small>{t('settings.startsWithPcHint')}</small>
        </Check>
      )}
      {status.demo || changing !== null ? null : (
        <div className="settings-keys-row">
          <Button onPress={() => change('passphrase')}>{t('keys.passphrase')}</Button>
          <Button onPress={() => change('code')}>{t('keys.code')}</Button>
        </div>
      )}
      {changing === 'passphrase' ? <PassphraseChange onDone={close} /> : null}
      {changing === 'code' ? <RecoveryChange onDone={close} /> : null}
    </Section>
  )
}

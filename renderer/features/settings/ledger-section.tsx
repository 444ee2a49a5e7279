import { useMutation } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import type { AppStatus } from '../../api/types.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { Section } from './section.tsx'

export const LedgerSection = ({ status }: { readonly status: AppStatus }) => {
  const { t } = useWords()
  const onError = useFailureToast()
  const unattended = useMutation({
    mutationFn: (on: boolean) => api.call('ledger.setUnattendedStart', { on }),
    onError,
  })
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
    </Section>
  )
}

import { useMutation } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { Section } from './section.tsx'

/** The way out of the demo shop. */
export const DemoSection = () => {
  const { t } = useWords()
  const { go } = useNavigation()
  const leave = useMutation({
    mutationFn: () => api.call('ledger.leaveDemo', {}),
    onSuccess: () => go('counter'),
    onError: useFailureToast(),
  })
  return (
    <Section
      title={t('settings.demo')}
      action={
        <Button look="primary" isDisabled={leave.isPending} onPress={() => leave.mutate()}>
          {t('settings.demoLeave')}
        </Button>
      }
    >
      <p className="settings-soft">{t('settings.demoHint')}</p>
    </Section>
  )
}

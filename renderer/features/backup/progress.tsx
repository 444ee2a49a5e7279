import { useMutation } from '@tanstack/react-query'
import type { CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

/** What it does now, how much is left, and the way out that leaves nothing behind. */
export const Progress = ({ progress }: { readonly progress: CallOutput<'backup.progress'> }) => {
  const { t } = useWords()
  const cancel = useMutation({
    mutationFn: () => api.call('backup.cancel', {}),
    onError: useFailureToast(),
  })
  const { step, part, secondsLeft } = progress
  return (
    <section className="backup-progress" aria-live="polite">
      <p>
        <strong>{t(`backup.step.${step}`)}</strong>
        {secondsLeft === null ? null : <span>{t('backup.left', { n: secondsLeft })}</span>}
      </p>
      <progress value={part} max={1} aria-label={t('backup.title')} />
      <Button onPress={() => cancel.mutate()} isDisabled={cancel.isPending}>
        {t('common.cancel')}
      </Button>
    </section>
  )
}

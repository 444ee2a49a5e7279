import { useMutation } from '@tanstack/react-query'
import type { CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

type Progressing = CallOutput<'backup.progress'>

/** What it does now, how much is left, and the way out that leaves nothing behind. */
export const Progress = ({ progress }: { readonly progress: Progressing }) => {
  const { t } = useWords()
  const cancel = useMutation({
    mutationFn: () => api.call('backup.cancel', {}),
    onError: useFailureToast(),
  })
  const { step, part, secondsLeft } = progress
  const word = t(`backup.step.${step}`)
  return (
    <section className="backup-progress" aria-label={word}>
      <p>
        <strong role="status">{word}</strong>
        {secondsLeft === null ? null : (
          <span>
            {secondsLeft < 60
              ? t('backup.left', { n: secondsLeft })
              : t('backup.leftMinutes', { n: Math.ceil(secondsLeft / 60) })}
          </span>
        )}
      </p>
      <progress value={part} max={1} aria-label={word} />
      {step === 'rebuild' ? null : (
        <Button onPress={() => cancel.mutate()} isDisabled={cancel.isPending}>
          {t('common.cancel')}
        </Button>
      )}
    </section>
  )
}

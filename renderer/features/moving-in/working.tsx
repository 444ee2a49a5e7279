import { useMutation } from '@tanstack/react-query'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import type { MovingState } from './use-moving.ts'

/** What is being done, how far it has come, how long it takes still, and the way out. */
export const Working = ({
  step,
  progress,
}: {
  readonly step: 'reading' | 'checking' | 'writing' | 'undoing'
  readonly progress: MovingState['progress']
}) => {
  const { t } = useWords()
  const cancel = useMutation({ mutationFn: () => api.call('moving.cancel', {}), onError: useFailureToast() })
  return (
    <section className="moving-working" aria-label={t(`moving.${step}`)}>
      <h2>{t(`moving.${step}`)}</h2>
      {progress === null ? (
        <progress aria-label={t(`moving.${step}`)} />
      ) : (
        <progress value={progress.done} max={Math.max(1, progress.total)} aria-label={t(`moving.${step}`)} />
      )}
      <p className="moving-far">
        <span>
          {progress === null
            ? ' '
            : t('moving.rowsDone', {
                done: formatNumber(progress.done),
                total: formatNumber(progress.total),
              })}
        </span>
        <span>{progress?.secondsLeft == null ? '' : t('moving.left', { n: progress.secondsLeft })}</span>
      </p>
      <p className="soft">{t('moving.counterGoesOn')}</p>
      <div>
        <Button onPress={() => cancel.mutate()} isDisabled={cancel.isPending}>
          {t('moving.cancel')}
        </Button>
      </div>
    </section>
  )
}

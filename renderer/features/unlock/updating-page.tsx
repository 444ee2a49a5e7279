import type { AppStatus } from '../../api/types.ts'
import { useWords } from '../../app/words.ts'
import { FullPage } from '../../ui/full-page.tsx'
import { Notice } from '../../ui/notice.tsx'
import './unlock.css'

type Step = NonNullable<AppStatus['updating']>
const steps = ['copy', 'steps', 'check'] as const satisfies readonly Step[]

/** A large ledger of an earlier version is being brought forward: what it is at, and that nothing is lost meanwhile. */
export const UpdatingPage = ({
  at,
  waiting,
}: {
  readonly at: Step
  /** Captures that are to be read afterwards. */
  readonly waiting: number
}) => {
  const { t } = useWords()
  const now = steps.indexOf(at)
  return (
    <FullPage title={t('updating.title')} lead={t('updating.lead')}>
      <ol className="updating-steps" aria-live="polite">
        {steps.map((step, index) => (
          <li
            key={step}
            className={index < now ? 'done' : ''}
            aria-current={index === now ? 'step' : undefined}
          >
            {t(`updating.${step}`)}
            {index > now ? null : (
              <span className="updating-state">{t(index < now ? 'updating.done' : 'updating.now')}</span>
            )}
          </li>
        ))}
      </ol>
      <Notice tone="good" role="status">
        {waiting === 0 ? t('unlock.capturing') : t('unlock.captured', { n: waiting })}
      </Notice>
    </FullPage>
  )
}

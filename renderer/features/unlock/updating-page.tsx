import { useState } from 'react'
import type { AppStatus } from '../../api/types.ts'
import { useNow } from '../../app/use-now.ts'
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
  const [begunAt] = useState(() => Date.now())
  // Minutes that go on say that it goes on.
  const minutes = Math.floor((useNow(10_000) - begunAt) / 60_000)
  const doing = minutes < 1 ? t('updating.now') : t('updating.nowFor', { n: minutes })
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
              <span className="updating-state">{index < now ? t('updating.done') : doing}</span>
            )}
          </li>
        ))}
      </ol>
      <Notice tone="good" role="status">
        {waiting === 0 ? t('unlock.capturing') : t('updating.captured', { n: waiting })}
      </Notice>
    </FullPage>
  )
}

import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FullPage } from '../../ui/full-page.tsx'
import { type Step, steps } from './steps.ts'

/** One step: where one is, the way back, one question, one button. */
export const GuidePage = ({
  step,
  title,
  text,
  onBack,
  children,
  actions,
}: {
  readonly step: Step
  readonly title: string
  readonly text: string
  readonly onBack?: () => void
  readonly children: ReactNode
  readonly actions: ReactNode
}) => {
  const { t } = useWords()
  const number = steps.indexOf(step)
  const of = steps.length - 1
  return (
    <FullPage
      title={title}
      lead={text}
      wide
      before={
        <div className="guide-top">
          {onBack === undefined ? null : (
            <Button look="quiet" className="guide-back" onPress={onBack}>
              <ArrowLeft size={20} aria-hidden="true" />
              {t('common.back')}
            </Button>
          )}
          <span className="guide-space" />
          <progress className="guide-bar" value={number} max={of} aria-label={t('guide.steps')} />
          <span className="guide-number">{t('guide.progress', { n: number, of })}</span>
        </div>
      }
    >
      {children}
      <div className="guide-actions">{actions}</div>
    </FullPage>
  )
}

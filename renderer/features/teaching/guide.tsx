import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { isWord, type LessonState, type MarkRole, mayBeSkipped, steps } from './lesson.ts'
import { SaidWord } from './said-word.tsx'
import { roleWord } from './word-layer.tsx'

/** One question at a time; what has been answered can be asked again. */
export const Guide = ({
  lesson,
  unclear,
  onAsk,
  onSkip,
  onSay,
}: {
  readonly lesson: LessonState
  readonly unclear: readonly MarkRole[]
  readonly onAsk: (step: number) => void
  readonly onSkip: () => void
  readonly onSay: (text: string) => void
}) => {
  const { t } = useWords()
  const role = steps[lesson.step]
  return (
    <div className="teach-guide">
      <ol className="teach-steps" aria-label={t('teach.steps')}>
        {steps.map((one, index) => {
          const done = [...lesson.marks, ...lesson.words].some(({ what }) => what === one)
          const state = unclear.includes(one) ? 'unclear' : done ? 'answered' : ''
          return (
            <li key={one}>
              <button
                type="button"
                className={`teach-step ${state}`}
                aria-current={index === lesson.step ? 'step' : undefined}
                onClick={() => onAsk(index)}
              >
                {state === 'answered' ? '✓ ' : ''}
                {state === 'unclear' ? '! ' : ''}
                {t(roleWord(one))}
              </button>
            </li>
          )
        })}
      </ol>
      {role === undefined ? null : (
        <div className="teach-question" role="status">
          <p className="teach-ask">{t(`teach.ask.${role}`)}</p>
          {unclear.includes(role) ? <p className="teach-unclear">{t('teach.unclear')}</p> : null}
          {isWord(role) ? (
            <SaidWord
              key={role}
              first={lesson.words.find(({ what }) => what === role)?.text ?? ''}
              onSay={onSay}
            />
          ) : null}
          {mayBeSkipped(role) ? (
            <Button onPress={onSkip}>{t(`teach.skip.${role === 'quantity' ? 'quantity' : 'other'}`)}</Button>
          ) : null}
        </div>
      )}
    </div>
  )
}

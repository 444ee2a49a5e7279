import { useWords } from '../../app/words.ts'
import type { MovingState } from './use-moving.ts'

const steps = ['file', 'columns', 'preview', 'write'] as const
const places: Readonly<Record<MovingState['step'], number>> = {
  idle: 0,
  reading: 0,
  mapping: 1,
  checking: 1,
  checked: 2,
  writing: 3,
  undoing: 3,
  done: 4,
}

/** Where one stands: what is behind has a tick. */
export const StepLine = ({ step }: { readonly step: MovingState['step'] }) => {
  const { t } = useWords()
  const place = places[step]
  return (
    <ol className="moving-steps" aria-label={t('moving.steps')}>
      {steps.map((name, index) => (
        <li
          key={name}
          className={index < place ? 'behind' : index === place ? 'here' : ''}
          aria-current={index === place ? 'step' : undefined}
        >
          <span aria-hidden="true">{index < place ? '✓' : index + 1}</span>
          {t(`moving.step.${name}`)}
        </li>
      ))}
    </ol>
  )
}

import type { DateRange, PictureStep } from '#shared/contract/analytics.ts'
import { useWords } from '../../app/words.ts'
import { allowedSteps, usualStep } from './range/ranges.ts'
import { SmallChoice } from './small-choice.tsx'

/** The step that was chosen as long as it suits the range, else the usual one. */
export const stepFor = (range: DateRange, wanted: PictureStep | null): PictureStep => {
  const allowed = allowedSteps(range)
  return wanted !== null && allowed.includes(wanted) ? wanted : usualStep(range)
}

export const StepChoice = ({
  range,
  step,
  onChange,
}: {
  readonly range: DateRange
  readonly step: PictureStep
  readonly onChange: (step: PictureStep) => void
}) => {
  const { t } = useWords()
  const allowed = allowedSteps(range)
  if (allowed.length < 2) return null
  return (
    <SmallChoice
      label={t('pictures.step')}
      value={step}
      options={allowed.map((value) => ({ value, text: t(`pictures.step.${value}`) }))}
      onChange={onChange}
    />
  )
}

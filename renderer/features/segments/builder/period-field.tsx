import { useWords } from '../../../app/words.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { Select } from '../../../ui/select.tsx'
import { NumberField } from '../number-field.tsx'
import { type PeriodDraft, periodChoices } from './period-draft.ts'

/** Which days a condition looks at. */
export const PeriodField = ({
  period,
  onChange,
  withEver,
}: {
  readonly period: PeriodDraft
  readonly onChange: (period: PeriodDraft) => void
  /** Whether "so far" makes sense. */
  readonly withEver: boolean
}) => {
  const { t } = useWords()
  const { choice } = period
  const counted = choice === 'day' || choice === 'week' || choice === 'month' || choice === 'year'
  return (
    <>
      <Select
        label={t('segments.field.period')}
        value={withEver || choice !== 'ever' ? choice : null}
        options={periodChoices
          .filter((one) => withEver || one !== 'ever')
          .map((value) => ({ value, text: t(`segments.period.${value}`) }))}
        onChange={(next) => onChange({ ...period, choice: next })}
      />
      {counted ? (
        <NumberField
          label={t(`segments.field.count.${choice}`)}
          value={period.count}
          onChange={(count) => onChange({ ...period, count })}
        />
      ) : null}
      {choice === 'between' ? (
        <>
          <DateField
            label={t('segments.period.from')}
            value={period.from}
            onChange={(from) => onChange({ ...period, from })}
          />
          <DateField
            label={t('segments.period.to')}
            value={period.to}
            onChange={(to) => onChange({ ...period, to })}
          />
        </>
      ) : null}
    </>
  )
}

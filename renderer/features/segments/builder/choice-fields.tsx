import { stages } from '#shared/contract/segment-rule.ts'
import { stageWord } from '#shared/segments/group-sentence.ts'
import { useWords } from '../../../app/words.ts'
import { Select } from '../../../ui/select.tsx'
import { NumberField } from '../number-field.tsx'
import { consents, type Fields, type FieldsProps, textPlaces } from './fields.ts'
import { Ticks } from './ticks.tsx'

const scores = ['1', '2', '3', '4', '5'] as const

/** What is one of a few: stages, scores, consents, occasions. */
export const ChoiceFields = ({ kind, fields, onChange }: FieldsProps) => {
  const { t } = useWords()
  const change = (some: Partial<Fields>): void => onChange({ ...fields, ...some })
  switch (kind) {
    case 'stage':
      return (
        <Ticks
          label={t('segments.field.stages')}
          options={stages.map((value) => ({ value, text: t(stageWord(value)) }))}
          chosen={fields.stages}
          onChange={(chosen) => change({ stages: chosen })}
        />
      )
    case 'score':
      return (
        <>
          <Select
            label={t('segments.kindOf.score')}
            value={fields.score}
            options={(['recency', 'frequency', 'money'] as const).map((value) => ({
              value,
              text: t(`rule.score.${value}`),
            }))}
            onChange={(score) => change({ score })}
          />
          {(['from', 'to'] as const).map((end) => (
            <Select
              key={end}
              label={t(end === 'from' ? 'segments.field.fromHour' : 'segments.field.toHour')}
              value={String(fields[end])}
              options={scores.map((value) => ({
                value,
                text: t('segments.score', { n: Number(value) }),
              }))}
              onChange={(value) => change({ [end]: Number(value) })}
            />
          ))}
        </>
      )
    case 'consent':
      return (
        <>
          <Select
            label={t('segments.field.consent')}
            value={fields.consent}
            options={consents.map((value) => ({ value, text: t(`rule.consent.${value}`) }))}
            onChange={(consent) => change({ consent })}
          />
          <Select
            label={t('segments.field.given')}
            value={fields.given ? 'yes' : 'no'}
            options={(['yes', 'no'] as const).map((value) => ({
              value,
              text: t(`segments.field.given.${value}`),
            }))}
            onChange={(value) => change({ given: value === 'yes' })}
          />
        </>
      )
    case 'occasion':
      return (
        <>
          <Select
            label={t('segments.kindOf.occasion')}
            value={fields.occasion}
            options={(['birthday', 'anniversary'] as const).map((value) => ({
              value,
              text: t(`rule.occasion.${value}.short`),
            }))}
            onChange={(occasion) => change({ occasion })}
          />
          <NumberField
            label={t('segments.field.days')}
            value={fields.days}
            onChange={(days) => change({ days })}
          />
        </>
      )
    case 'gender':
      return (
        <Select
          label={t('segments.kindOf.gender')}
          value={fields.gender}
          options={(['female', 'male', 'other'] as const).map((value) => ({
            value,
            text: t(`rule.gender.${value}`),
          }))}
          onChange={(gender) => change({ gender })}
        />
      )
    case 'text':
      return (
        <Select
          label={t('segments.kindOf.text')}
          value={fields.place}
          options={textPlaces.map((value) => ({ value, text: t(`rule.text.${value}`) }))}
          onChange={(place) => change({ place })}
        />
      )
    default:
      return null
  }
}

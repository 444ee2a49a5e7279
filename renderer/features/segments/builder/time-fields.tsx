import { useWords } from '../../../app/words.ts'
import { Select } from '../../../ui/select.tsx'
import { NumberField } from '../number-field.tsx'
import type { Fields, FieldsProps } from './fields.ts'
import { Ticks } from './ticks.tsx'

/** The week as people say it. */
const week = [1, 2, 3, 4, 5, 6, 0] as const

/** On which weekdays, between which hours, how often. */
export const TimeFields = ({ fields, onChange }: FieldsProps) => {
  const { t } = useWords()
  const names = Array.from(t('time.weekdays'))
  const change = (some: Partial<Fields>): void => onChange({ ...fields, ...some })
  const hours = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, place) => ({
      value: String(from + place),
      text: t('segments.field.hour', { n: from + place }),
    }))
  return (
    <>
      <Ticks
        label={t('segments.field.weekdays')}
        options={week.map((day) => ({ value: String(day), text: names[day] ?? '' }))}
        chosen={fields.weekdays.map(String)}
        onChange={(chosen) => change({ weekdays: chosen.map(Number) })}
      />
      <div className="field-pair">
        <Select
          label={t('segments.field.fromHour')}
          value={String(fields.fromHour)}
          options={hours(0, 23)}
          onChange={(value) => change({ fromHour: Number(value) })}
        />
        <Select
          label={t('segments.field.toHour')}
          value={String(fields.toHour)}
          options={hours(1, 24)}
          onChange={(value) => change({ toHour: Number(value) })}
        />
        <NumberField
          label={t('segments.field.times')}
          value={fields.value}
          onChange={(value) => change({ value })}
        />
      </div>
    </>
  )
}

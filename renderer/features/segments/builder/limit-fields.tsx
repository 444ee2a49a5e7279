import { useWords } from '../../../app/words.ts'
import { Select } from '../../../ui/select.tsx'
import { NumberField } from '../number-field.tsx'
import type { Fields, FieldsProps } from './fields.ts'

/** Within some days, before or after them. */
export const WhenField = ({
  when,
  onChange,
}: {
  readonly when: Fields['when']
  readonly onChange: (when: Fields['when']) => void
}) => {
  const { t } = useWords()
  return (
    <Select
      label={t('segments.field.when')}
      value={when}
      options={(['in', 'before', 'after'] as const).map((value) => ({
        value,
        text: t(`segments.field.when.${value}`),
      }))}
      onChange={onChange}
    />
  )
}

/** A figure, and which side of it. */
export const LimitFields = ({
  label,
  fields,
  onChange,
}: Omit<FieldsProps, 'kind'> & { readonly label: string }) => {
  const { t } = useWords()
  return (
    <div className="field-pair">
      <NumberField label={label} value={fields.value} onChange={(value) => onChange({ ...fields, value })} />
      <Select
        label={t('segments.field.compare')}
        value={fields.at}
        options={[
          { value: 'least' as const, text: t('segments.field.atLeast') },
          { value: 'most' as const, text: t('segments.field.atMost') },
        ]}
        onChange={(at) => onChange({ ...fields, at })}
      />
    </div>
  )
}

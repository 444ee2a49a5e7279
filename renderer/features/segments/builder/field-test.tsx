import { useWords } from '../../../app/words.ts'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useChoices } from '../use-speech.ts'
import type { Fields, FieldsProps } from './fields.ts'
import { LimitFields, WhenField } from './limit-fields.tsx'
import { PeriodField } from './period-field.tsx'

/** What is asked of a field of the shop's own: by its kind, or only whether anything stands there. */
export const FieldTest = ({ fields, onChange }: Omit<FieldsProps, 'kind'>) => {
  const { t } = useWords()
  const field = useChoices().fields.find((one) => one.id === fields.id)
  if (field === undefined) return null
  const change = (some: Partial<Fields>): void => onChange({ ...fields, ...some })
  return (
    <>
      <Select
        label={t('segments.field.test')}
        value={fields.test === field.kind ? field.kind : 'filled'}
        options={[
          { value: 'filled' as const, text: t('segments.field.filled') },
          { value: field.kind, text: t(`segments.field.test.${field.kind}`) },
        ]}
        onChange={(test) => change({ test })}
      />
      {fields.test === 'text' && field.kind === 'text' ? (
        <TextField
          label={t('segments.field.letters')}
          value={fields.text}
          maxLength={40}
          onChange={(text) => change({ text })}
        />
      ) : null}
      {fields.test === 'choice' && field.kind === 'choice' ? (
        <Select
          label={t('segments.field.value')}
          value={fields.text === '' ? null : fields.text}
          options={field.choices.map((value) => ({ value, text: value }))}
          onChange={(text) => change({ text })}
        />
      ) : null}
      {fields.test === 'number' && field.kind === 'number' ? (
        <LimitFields label={t('segments.field.value')} fields={fields} onChange={onChange} />
      ) : null}
      {fields.test === 'date' && field.kind === 'date' ? (
        <>
          <PeriodField period={fields.period} withEver={false} onChange={(period) => change({ period })} />
          <WhenField when={fields.when} onChange={(when) => change({ when })} />
        </>
      ) : null}
    </>
  )
}

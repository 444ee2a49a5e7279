import { useState } from 'react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { EditEnd, FactRow, TextEditor, useCloseEdit } from './edit-row.tsx'
import { FieldsDialog } from './fields-dialog.tsx'
import type { Person } from './queries.ts'
import { useChange } from './use-person.ts'

type Field = Person['fields'][number]

const FieldEditor = ({
  field,
  onSave,
}: {
  readonly field: Field
  readonly onSave: (value: string, close: () => void) => void
}) => {
  const onClose = useCloseEdit()
  const { t } = useWords()
  const [value, setValue] = useState(field.value)
  if (field.kind === 'text' || field.kind === 'number')
    return <TextEditor label={field.name} value={field.value} onSave={onSave} />
  return (
    <div className="edit">
      {field.kind === 'date' ? (
        <DateField label={field.name} value={value} onChange={setValue} />
      ) : (
        <Choice
          label={field.name}
          value={value}
          options={[...field.choices, ''].map((choice) => ({
            value: choice,
            text: choice === '' ? t('person.empty') : choice,
          }))}
          onChange={setValue}
        />
      )}
      <EditEnd
        onSave={() => onSave(value, onClose)}
        onClose={onClose}
        saveWord={t('common.save')}
        closeWord={t('common.cancel')}
      />
    </div>
  )
}

/** What this shop wants to know of its people. */
export const OwnFields = ({ person }: { readonly person: Person }) => {
  const { t } = useWords()
  const { change } = useChange(person.id)
  const [managing, setManaging] = useState(false)
  return (
    <section className="person-card facts" aria-label={t('fields.title')}>
      <header className="card-title">
        <h2>{t('fields.title')}</h2>
        <Button look="quiet" onPress={() => setManaging(true)}>
          {t('fields.manage')}
        </Button>
      </header>
      {person.fields.length === 0 ? <p className="card-hint">{t('fields.none')}</p> : null}
      {person.fields.map((field) => (
        <FactRow
          key={field.id}
          label={field.name}
          value={field.value === '' ? null : field.value}
          editor={
            field.putAway ? null : (
              <FieldEditor
                field={field}
                onSave={(value, close) =>
                  change(
                    field.name,
                    { fields: [{ fieldId: field.id, value }] },
                    { fields: [{ fieldId: field.id, value: field.value }] },
                    close,
                  )
                }
              />
            )
          }
        />
      ))}
      {managing ? <FieldsDialog customerId={person.id} onClose={() => setManaging(false)} /> : null}
    </section>
  )
}

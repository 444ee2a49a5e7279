import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { Choice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CustomerDialog } from './customer-dialog.tsx'
import { EditEnd } from './edit-row.tsx'
import { usePersonAction } from './use-person.ts'

type Field = CallOutput<'customers.fields'>[number]
const kinds = ['text', 'number', 'date', 'choice'] as const

const FieldForm = ({
  field,
  position,
  customerId,
  onDone,
}: {
  readonly field: Field | null
  readonly position: number
  readonly customerId: number
  readonly onDone: () => void
}) => {
  const { t } = useWords()
  const client = useQueryClient()
  const action = usePersonAction(customerId)
  const [name, setName] = useState(field?.name ?? '')
  const [kind, setKind] = useState<Field['kind']>(field?.kind ?? 'text')
  const [choices, setChoices] = useState((field?.choices ?? []).join(', '))
  const [atCounter, setAtCounter] = useState(field?.atCounter ?? true)
  const [putAway, setPutAway] = useState(field?.putAway ?? false)
  const list = choices
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const ready = name.trim() !== '' && (kind !== 'choice' || list.length > 0)
  const save = (): void =>
    action.mutate(
      {
        run: () =>
          api.call('customers.saveField', {
            id: field?.id ?? null,
            name,
            kind,
            choices: kind === 'choice' ? list : [],
            atCounter,
            putAway,
            position,
          }),
        said: t('fields.saved'),
      },
      {
        onSuccess: () => {
          void client.invalidateQueries({ queryKey: ['customers.fields'] })
          onDone()
        },
      },
    )
  return (
    <div className="edit">
      <TextField label={t('fields.name')} value={name} onChange={setName} maxLength={40} autoFocus />
      {field === null ? (
        <Choice
          label={t('fields.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, text: t(`fields.kind.${value}`) }))}
          onChange={setKind}
        />
      ) : null}
      {kind === 'choice' ? (
        <TextField label={t('fields.choices')} value={choices} onChange={setChoices} />
      ) : null}
      <Check isSelected={atCounter} onChange={setAtCounter}>
        {t('fields.atCounter')}
      </Check>
      {field === null ? null : (
        <Check isSelected={putAway} onChange={setPutAway}>
          {t('fields.putAway')}
        </Check>
      )}
      <EditEnd
        onSave={save}
        onClose={onDone}
        isDisabled={!ready || action.isPending}
        saveWord={t('fields.save')}
        closeWord={t('common.cancel')}
      />
    </div>
  )
}

/** The shop's own fields, made and changed without a programmer. */
export const FieldsDialog = ({
  customerId,
  onClose,
}: {
  readonly customerId: number
  readonly onClose: () => void
}) => {
  const { t } = useWords()
  const fields = useQuery({ queryKey: ['customers.fields'], queryFn: () => api.call('customers.fields', {}) })
  const [editing, setEditing] = useState<number | 'new' | null>(null)
  const all = fields.data ?? []
  return (
    <CustomerDialog title={t('fields.title')} onClose={onClose}>
      <ul className="field-list">
        {all.map((field, position) =>
          editing === field.id ? (
            <li key={field.id}>
              <FieldForm
                field={field}
                position={position}
                customerId={customerId}
                onDone={() => setEditing(null)}
              />
            </li>
          ) : (
            <li key={field.id}>
              <button type="button" className="pick" onClick={() => setEditing(field.id)}>
                <strong>{field.name}</strong>
                <span>{t(`fields.kind.${field.kind}`)}</span>
                <span className="field-choices">{field.choices.join(', ')}</span>
                {field.putAway ? <Badge>{t('fields.away')}</Badge> : null}
              </button>
            </li>
          ),
        )}
      </ul>
      {editing === 'new' ? (
        <FieldForm
          field={null}
          position={all.length}
          customerId={customerId}
          onDone={() => setEditing(null)}
        />
      ) : (
        <Button look={all.length === 0 ? 'primary' : 'plain'} onPress={() => setEditing('new')}>
          {t('fields.new')}
        </Button>
      )}
    </CustomerDialog>
  )
}

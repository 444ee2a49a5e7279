import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { EditEnd, FactRow, TextEditor, useCloseEdit } from './edit-row.tsx'
import type { Person } from './queries.ts'
import { useChange, usePersonAction } from './use-person.ts'

const MorePhones = ({ person }: { readonly person: Person }) => {
  const onClose = useCloseEdit()
  const { t } = useWords()
  const action = usePersonAction(person.id)
  const [phone, setPhone] = useState('')
  const [label, setLabel] = useState('')
  const change = (what: 'add' | 'remove' | 'main', number: string, done?: () => void): void =>
    action.mutate(
      { run: () => api.call('customers.phones', { customerId: person.id, what, phone: number, label }) },
      { onSuccess: () => done?.() },
    )
  return (
    <div className="edit">
      {person.morePhones.map((one) => (
        <div key={one.phone} className="phone-line">
          <span>
            {one.phone} <small>{one.label}</small>
          </span>
          <Button onPress={() => change('main', one.phone)}>{t('person.phoneMain')}</Button>
          <Button
            look="danger"
            label={t('person.phoneRemove', { phone: one.phone })}
            onPress={() => change('remove', one.phone)}
          >
            {t('common.remove')}
          </Button>
        </div>
      ))}
      <TextField
        label={t('person.phone')}
        value={phone}
        onChange={setPhone}
        type="tel"
        inputMode="tel"
        autoFocus
      />
      <TextField label={t('person.phoneLabel')} value={label} onChange={setLabel} maxLength={20} />
      <EditEnd
        onSave={() => change('add', phone, onClose)}
        onClose={onClose}
        isDisabled={phone.trim() === ''}
        saveWord={t('person.phoneAdd')}
        closeWord={t('common.cancel')}
      />
    </div>
  )
}

/** The number that is called, and further ones; whole only for whoever may see them. */
export const Phones = ({ person }: { readonly person: Person }) => {
  const { t } = useWords()
  const { change } = useChange(person.id)
  return (
    <>
      <FactRow
        label={t('person.phone')}
        value={person.phone}
        editor={
          person.phonesMasked ? null : (
            <TextEditor
              label={t('person.phone')}
              value={person.phone ?? ''}
              maxLength={30}
              type="tel"
              onSave={(phone) => change(t('person.phone'), { phone }, { phone: person.phone ?? '' }, close)}
            />
          )
        }
      />
      {person.phonesMasked ? <p className="fact-note">{t('person.phoneMasked')}</p> : null}
      <FactRow
        label={t('person.phoneMore')}
        value={
          person.morePhones.length === 0 ? null : (
            <span className="fact-lines">
              {person.morePhones.map(({ phone, label }) => (
                <span key={phone}>
                  {phone} <small>{label}</small>
                </span>
              ))}
            </span>
          )
        }
        editor={person.phonesMasked ? null : <MorePhones person={person} />}
      />
    </>
  )
}

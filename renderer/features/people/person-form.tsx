import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { type PersonRole, personRoles } from '#shared/roles.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toast.tsx'

export type Person = CallOutput<'people.list'>[number]

export interface PersonFormProps {
  /** Null for somebody new. */
  readonly person: Person | null
  /** The very first one is the owner. */
  readonly first: boolean
  readonly onDone: () => void
}

const isPin = (pin: string): boolean => /^\d{4}$/.test(pin)

/** Name, role and PIN of one person. */
export const PersonForm = ({ person, first, onDone }: PersonFormProps) => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const [name, setName] = useState(person?.name ?? '')
  const [role, setRole] = useState<PersonRole>(person?.role ?? (first ? 'owner' : 'staff'))
  const [pin, setPin] = useState('')
  const done = (): void => {
    for (const queryKey of [keys.people, keys.peopleChanges, keys.door])
      void client.invalidateQueries({ queryKey })
    onDone()
  }
  const save = useMutation({
    mutationFn: async () => {
      if (person === null) await api.call('people.add', { name, role, pin })
      else
        await api.call('people.change', { personId: person.id, name, role, ...(pin === '' ? {} : { pin }) })
    },
    onSuccess: () => {
      show({ text: t('people.saved') })
      done()
    },
  })
  const leave = useMutation({
    mutationFn: () => api.call('people.change', { personId: person?.id ?? 0, ended: true }),
    onSuccess: done,
  })
  const wrongPin = pin !== '' && !isPin(pin) && pin.length >= 4
  const ready = name.trim() !== '' && (isPin(pin) || (person !== null && pin === ''))
  const failure = save.error ?? leave.error
  return (
    <div className="person-form">
      <div className="settings-pair">
        <TextField label={t('people.name')} value={name} onChange={setName} maxLength={40} autoFocus />
        <TextField
          label={t(person === null ? 'people.pin' : 'people.newPin')}
          type="password"
          inputMode="numeric"
          value={pin}
          onChange={(typed) => setPin(typed.replace(/\D/g, '').slice(0, 4))}
          onEnter={() => {
            if (ready) save.mutate()
          }}
          error={wrongPin ? t('people.pinForm') : null}
          note={person === null ? t('people.pinForm') : t('people.pinKept')}
        />
      </div>
      {first ? null : (
        <Choice
          label={t('people.role')}
          value={role}
          options={personRoles.map((one) => ({ value: one, text: t(`role.${one}`) }))}
          onChange={setRole}
        />
      )}
      <p className="people-may">{t(`role.${role}.may`)}</p>
      {failure === null ? null : <FailureNotice failure={failureOf(failure)} />}
      <div className="person-actions">
        <Button look="primary" isDisabled={!ready || save.isPending} onPress={() => save.mutate()}>
          {t('common.save')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('common.cancel')}
        </Button>
        {person === null ? null : (
          <Button look="danger" isDisabled={leave.isPending} onPress={() => leave.mutate()}>
            {t('people.end')}
          </Button>
        )}
      </div>
    </div>
  )
}

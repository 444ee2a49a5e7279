import { useState } from 'react'
import { businessDate } from '#shared/dates.ts'
import { api } from '../../api/api.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { DayEditor } from './day-editor.tsx'
import { dayText, nextText } from './day-text.ts'
import { EditEnd, FactRow, TextEditor, useCloseEdit } from './edit-row.tsx'
import { Phones } from './phones.tsx'
import type { Person, YearDay } from './queries.ts'
import { useChange, usePersonAction } from './use-person.ts'

const genders = ['female', 'male', 'other', 'none'] as const
type GenderChoice = (typeof genders)[number]

const GenderEditor = ({
  person,
  onSave,
}: {
  readonly person: Person
  readonly onSave: (gender: Person['gender'], close: () => void) => void
}) => {
  const onClose = useCloseEdit()
  const { t } = useWords()
  const [gender, setGender] = useState<GenderChoice>(person.gender ?? 'none')
  return (
    <div className="edit">
      <Choice
        label={t('person.gender')}
        value={gender}
        options={genders.map((value) => ({ value, text: t(`person.gender.${value}`) }))}
        onChange={setGender}
      />
      <EditEnd
        onSave={() => onSave(gender === 'none' ? null : gender, onClose)}
        onClose={onClose}
        saveWord={t('common.save')}
        closeWord={t('common.cancel')}
      />
    </div>
  )
}

const textRows = ['allergies', 'cautions', 'memo', 'address', 'foundBy'] as const

const Birthday = ({ person }: { readonly person: Person }) => {
  const words = useWords()
  const { t } = words
  const now = useNow()
  const { change } = useChange(person.id)
  const set = (birthday: YearDay | null, close: () => void): void =>
    change(t('person.birthday'), { birthday }, { birthday: person.birthday }, close)
  return (
    <FactRow
      label={t('person.birthday')}
      value={
        person.birthday === null ? null : (
          <>
            {dayText(words, person.birthday)}
            <small>{nextText(words, person.nextBirthday, businessDate(now))}</small>
          </>
        )
      }
      editor={
        <DayEditor
          value={person.birthday}
          onSave={(day, _name, close) => set(day, close)}
          onRemove={(close) => set(null, close)}
        />
      }
    />
  )
}

/** Days that are kept every year, beside the birthday. */
const Days = ({ person }: { readonly person: Person }) => {
  const words = useWords()
  const { t } = words
  const now = useNow()
  const action = usePersonAction(person.id)
  const customerId = person.id
  return (
    <FactRow
      label={t('person.days')}
      value={
        person.days.length === 0 ? null : (
          <span className="fact-lines">
            {person.days.map((day) => (
              <span key={day.id}>
                {day.name} · {dayText(words, day.when)}
                <small>{nextText(words, day.next, businessDate(now))}</small>
              </span>
            ))}
          </span>
        )
      }
      editor={
        <>
          {person.days.map((day) => (
            <Button
              key={day.id}
              look="danger"
              onPress={() =>
                action.mutate({
                  run: () => api.call('customers.days', { customerId, add: null, remove: day.id }),
                })
              }
            >
              {t('person.dayRemove', { name: day.name })}
            </Button>
          ))}
          <DayEditor
            value={null}
            named
            onSave={(when, name, close) =>
              action.mutate(
                { run: () => api.call('customers.days', { customerId, add: { name, when }, remove: null }) },
                { onSuccess: close },
              )
            }
          />
        </>
      }
    />
  )
}

/** Who they are: every line can be changed where it stands. */
export const Facts = ({ person }: { readonly person: Person }) => {
  const { t } = useWords()
  const { change } = useChange(person.id)
  return (
    <section className="person-card facts" aria-label={t('person.facts')}>
      <FactRow
        label={t('person.name')}
        value={person.name}
        editor={
          <TextEditor
            label={t('person.name')}
            value={person.name}
            maxLength={40}
            onSave={(name, close) => change(t('person.name'), { name }, { name: person.name }, close)}
          />
        }
      />
      <Phones person={person} />
      {textRows.slice(0, 3).map((row) => (
        <TextRow key={row} row={row} person={person} />
      ))}
      <Birthday person={person} />
      <Days person={person} />
      <FactRow
        label={t('person.gender')}
        value={person.gender === null ? null : t(`person.gender.${person.gender}`)}
        editor={
          <GenderEditor
            person={person}
            onSave={(gender, close) =>
              change(t('person.gender'), { gender }, { gender: person.gender }, close)
            }
          />
        }
      />
      {textRows.slice(3).map((row) => (
        <TextRow key={row} row={row} person={person} />
      ))}
      <FactRow label={t('person.joinedOn')} value={person.joinedOn} editor={null} />
    </section>
  )
}

const TextRow = ({ row, person }: { readonly row: (typeof textRows)[number]; readonly person: Person }) => {
  const { t } = useWords()
  const { change } = useChange(person.id)
  const label = t(`person.${row}`)
  const value = person[row]
  return (
    <FactRow
      label={label}
      value={value === '' ? null : value}
      tone={row === 'allergies' ? 'red' : row === 'cautions' ? 'gold' : 'plain'}
      editor={
        <TextEditor
          label={label}
          value={value}
          maxLength={row === 'memo' ? 2000 : 200}
          {...(row === 'foundBy' ? { placeholder: t('person.foundByHint') } : {})}
          onSave={(text, close) => change(label, { [row]: text }, { [row]: value }, close)}
        />
      }
    />
  )
}

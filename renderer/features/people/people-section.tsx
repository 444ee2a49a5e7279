import { useState } from 'react'
import { businessDate } from '#shared/dates.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../settings/section.tsx'
import { type Person, PersonForm } from './person-form.tsx'

/** One row a person; nobody shares an account. */
export const PeopleSection = ({ people }: { readonly people: readonly Person[] }) => {
  const { t } = useWords()
  const [editing, edit] = useState<number | 'new' | null>(null)
  const here = people.filter((person) => person.endedAt === null)
  const gone = people.filter((person) => person.endedAt !== null)
  return (
    <Section
      title={t('people.here')}
      action={
        editing === 'new' ? null : (
          <Button look={here.length === 0 ? 'primary' : 'plain'} onPress={() => edit('new')}>
            {t(here.length === 0 ? 'people.addOwner' : 'people.add')}
          </Button>
        )
      }
    >
      {editing === 'new' ? (
        <PersonForm person={null} first={here.length === 0} onDone={() => edit(null)} />
      ) : null}
      <ul className="people-list">
        {here.map((person) => (
          <li key={person.id}>
            {editing === person.id ? (
              <PersonForm person={person} first={false} onDone={() => edit(null)} />
            ) : (
              <div className="people-row">
                <strong>{person.name}</strong>
                <Badge tone={person.role === 'owner' ? 'gold' : 'plain'}>{t(`role.${person.role}`)}</Badge>
                <span>{t('people.since', { date: businessDate(person.sinceAt) })}</span>
                <Button onPress={() => edit(person.id)}>{t('people.change')}</Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {gone.length === 0 ? null : (
        <p className="people-gone">
          {t('people.gone', { names: gone.map((person) => person.name).join(', ') })}
        </p>
      )}
    </Section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { roles } from '#shared/roles.ts'
import { queries } from '../../api/queries.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Section } from '../settings/section.tsx'

/** Rights given, changed and taken away. */
export const ChangesSection = () => {
  const { t, moment } = useWords()
  const now = useNow(60_000)
  const changes = useQuery({ ...queries.peopleChanges, refetchOnMount: 'always' }).data ?? []
  if (changes.length === 0) return null
  const role = (value: string | null): string => {
    const known = roles.find((one) => one === value)
    return known === undefined ? (value ?? '') : t(`role.${known}`)
  }
  return (
    <Section title={t('people.changes')}>
      <ul className="people-changes">
        {changes.map((change) => (
          <li key={change.id}>
            <span>{moment(change.at, now)}</span>
            <span>
              {t(`people.did.${change.what}`, {
                person: change.person,
                before: role(change.before),
                after: role(change.after),
              })}
            </span>
            <small>{change.by === null ? '' : t('people.by', { name: change.by })}</small>
          </li>
        ))}
      </ul>
    </Section>
  )
}

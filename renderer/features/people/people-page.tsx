import { useQuery } from '@tanstack/react-query'
import { failureOf } from '../../api/failure.ts'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { AccessSection } from './access-section.tsx'
import { ChainSection } from './chain-section.tsx'
import { ChangesSection } from './changes-section.tsx'
import { DestroyedSection } from './destroyed-section.tsx'
import { DoorSection } from './door-section.tsx'
import './people.css'
import { PeopleSection } from './people-section.tsx'

/** Who works here, what each may do, and who looked at whose data. */
const PeoplePage = () => {
  const { t } = useWords()
  const people = useQuery(queries.people)
  const door = useQuery(queries.door).data
  const here = (people.data ?? []).filter((person) => person.endedAt === null)
  return (
    <div className="people">
      <PageHead title={t('people.title')} lead={t('people.lead')} />
      {people.error === null ? null : <FailureNotice failure={failureOf(people.error)} />}
      {people.data !== undefined && here.length === 0 ? (
        <Notice tone="warn">{t('people.nobody')}</Notice>
      ) : null}
      {people.data === undefined ? null : <PeopleSection people={people.data} />}
      {door === undefined || here.length === 0 ? null : <DoorSection door={door} />}
      <AccessSection />
      <ChainSection />
      <DestroyedSection />
      <ChangesSection />
    </div>
  )
}

export default PeoplePage

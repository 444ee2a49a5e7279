import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { businessDate } from '#shared/dates.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { PageLoading } from '../../ui/full-page.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { EmptyPage } from '../../ui/page-head.tsx'
import { useOpenLabels } from '../labels/open-labels.tsx'
import { PersonPoints } from '../loyalty/person-points.tsx'
import { PersonPrepaid } from '../prepaid/person-prepaid.tsx'
import { PersonRewards } from '../rewards/person-rewards.tsx'
import { PrintMenu } from '../slip-editor/print-menu.tsx'
import { Cards } from './cards.tsx'
import { Consents } from './consents.tsx'
import { Facts } from './facts.tsx'
import { Figures } from './figures.tsx'
import { HouseholdCard } from './household.tsx'
import { LeavingDialog } from './leaving.tsx'
import { MergeDialog, Merges } from './merging.tsx'
import { type OpenedCustomer, useOpenedCustomer } from './open-customer.tsx'
import { OwnFields } from './own-fields.tsx'
import { type Person, pageQuery } from './queries.ts'
import { Tags } from './tags.tsx'
import { Timeline } from './timeline.tsx'
import { usePersonAction } from './use-person.ts'
import './customers.css'

const Left = ({ person, leftAt }: { readonly person: Person; readonly leftAt: number }) => {
  const { t } = useWords()
  const action = usePersonAction(person.id)
  return (
    <Notice tone="warn">
      {t('person.left', { when: businessDate(leftAt) })}
      <div className="card-actions">
        <Button
          onPress={() =>
            action.mutate({
              run: () =>
                api.call('customers.consent', {
                  customerId: person.id,
                  kind: 'required',
                  given: true,
                  how: 'counter',
                }),
              said: t('person.cameBack'),
            })
          }
        >
          {t('person.comeBack')}
        </Button>
      </div>
    </Notice>
  )
}

const Somebody = ({ person, onBack }: { readonly person: Person; readonly onBack: () => void }) => {
  const { t } = useWords()
  const openLabels = useOpenLabels()
  const [asking, setAsking] = useState<'merge' | 'leave' | null>(null)
  const close = (): void => setAsking(null)
  return (
    <>
      <header className="person-head">
        <div>
          <h1>{t('card.honorific', { name: person.name })}</h1>
          <Tags person={person} />
        </div>
        <div className="person-more">
          <Button onPress={() => openLabels({ of: 'person', customerId: person.id, name: person.name })}>
            {t('person.print')}
          </Button>
          <PrintMenu customerId={person.id} />
          <Button onPress={() => setAsking('merge')}>{t('more.merge')}</Button>
          <Button look="quiet" onPress={() => setAsking('leave')}>
            {t('more.leave')}
          </Button>
        </div>
      </header>
      {person.allergies === '' ? null : (
        <p className="person-allergies" role="note">
          <TriangleAlert size={24} aria-hidden="true" />
          {t('person.allergiesSay', { what: person.allergies })}
        </p>
      )}
      {person.leftAt === null ? null : <Left person={person} leftAt={person.leftAt} />}
      <div className="person-columns">
        <div className="person-story">
          <Figures person={person} />
          <Timeline person={person} />
        </div>
        <div className="person-facts">
          <Facts person={person} />
          <PersonPoints customerId={person.id} />
          <PersonPrepaid customerId={person.id} />
          <PersonRewards customerId={person.id} />
          <OwnFields person={person} />
          <Consents person={person} />
          <HouseholdCard person={person} />
          <Cards person={person} />
          <Merges person={person} />
        </div>
      </div>
      {asking === 'merge' ? <MergeDialog person={person} onClose={close} /> : null}
      {asking === 'leave' ? <LeavingDialog person={person} onClose={close} onGone={onBack} /> : null}
    </>
  )
}

const Whose = ({ opened }: { readonly opened: OpenedCustomer }) => {
  const { t } = useWords()
  const { go } = useNavigation()
  const page = useQuery(pageQuery(opened.customerId))
  const back = (): void => go(opened.from)
  return (
    <div className="person">
      <Button look="quiet" className="person-back" onPress={back}>
        <ArrowLeft size={20} aria-hidden="true" />
        {t('person.back')}
      </Button>
      {page.isPending ? <PageLoading text={t('common.loading')} /> : null}
      {page.error === null ? null : <FailureNotice failure={failureOf(page.error)} />}
      {page.data === undefined || page.error !== null ? null : <Somebody person={page.data} onBack={back} />}
    </div>
  )
}

/** Everything about one customer, changed where it stands. */
const CustomerPage = () => {
  const { t } = useWords()
  const opened = useOpenedCustomer()
  return opened === null ? (
    <EmptyPage title={t('person.none')} hint={t('person.noneHint')} />
  ) : (
    <Whose key={opened.customerId} opened={opened} />
  )
}

export default CustomerPage

import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { ConsentDialog } from './consents.tsx'
import { CustomerPicker } from './customer-picker.tsx'
import { useOpenCustomer } from './open-customer.tsx'
import type { Person } from './queries.ts'
import { usePersonAction } from './use-person.ts'

type Household = NonNullable<Person['household']>

const Members = ({ person, household }: { readonly person: Person; readonly household: Household }) => {
  const { t, points } = useWords()
  const openCustomer = useOpenCustomer()
  return (
    <ul className="members">
      {household.members.map((member) => (
        <li key={member.customerId}>
          {member.customerId === person.id ? (
            <strong>{t('card.honorific', { name: member.name })}</strong>
          ) : (
            <button type="button" className="member" onClick={() => openCustomer(member.customerId)}>
              {t('card.honorific', { name: member.name })}
            </button>
          )}
          <span>{points(member.points)}</span>
          <Badge tone={member.agreedAt === null ? 'plain' : 'green'}>
            {t(member.agreedAt === null ? 'house.notAgreed' : 'house.agreed')}
          </Badge>
        </li>
      ))}
    </ul>
  )
}

/** A family or a company that may share its points, once each of them said so. */
export const HouseholdCard = ({ person }: { readonly person: Person }) => {
  const { t } = useWords()
  const action = usePersonAction(person.id)
  const [joining, setJoining] = useState(false)
  const [agreeing, setAgreeing] = useState(false)
  const [kind, setKind] = useState<'family' | 'company'>('family')
  const { household, id: customerId } = person
  const agreed = household?.members.find((member) => member.customerId === customerId)?.agreedAt != null
  return (
    <section className="person-card" aria-label={t('house.title')}>
      <header className="card-title">
        <h2>{household === null || household.name === '' ? t('house.title') : household.name}</h2>
      </header>
      {household === null ? (
        <>
          <p className="card-hint">{t('house.none')}</p>
          <Choice
            label={t('house.kind')}
            value={kind}
            options={[
              { value: 'family', text: t('house.family') },
              { value: 'company', text: t('house.company') },
            ]}
            onChange={setKind}
          />
        </>
      ) : (
        <>
          <Members person={person} household={household} />
          {household.members.filter(({ agreedAt }) => agreedAt !== null).length < 2 ? (
            <p className="card-hint">{t('house.both')}</p>
          ) : null}
        </>
      )}
      <div className="card-actions">
        {household === null ? null : agreed ? (
          <Button
            onPress={() =>
              action.mutate({
                run: () =>
                  api.call('customers.household', {
                    customerId,
                    what: { is: 'agree', agreed: false, how: 'counter' },
                  }),
                said: t('consents.tookBack'),
              })
            }
          >
            {t('house.stop')}
          </Button>
        ) : (
          <Button onPress={() => setAgreeing(true)}>{t('house.agree')}</Button>
        )}
        <Button look="quiet" onPress={() => setJoining(true)}>
          {t('house.join')}
        </Button>
        {household === null ? null : (
          <Button
            look="quiet"
            onPress={() =>
              action.mutate({
                run: () => api.call('customers.household', { customerId, what: { is: 'leave' } }),
                said: t('house.left'),
              })
            }
          >
            {t('house.leave')}
          </Button>
        )}
      </div>
      {joining ? (
        <CustomerPicker
          title={t('pick.title')}
          except={customerId}
          onClose={() => setJoining(false)}
          onPick={(other) => {
            setJoining(false)
            action.mutate({
              run: () =>
                api.call('customers.household', {
                  customerId,
                  what: { is: 'join', withCustomerId: other.id, kind: household?.kind ?? kind },
                }),
              said: t('house.joined', { name: other.name }),
            })
          }}
        />
      ) : null}
      {agreeing ? (
        <ConsentDialog
          person={person}
          consent={{ kind: 'sharing', given: null, at: null }}
          onClose={() => setAgreeing(false)}
        />
      ) : null}
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { businessDate } from '#shared/dates.ts'
import { api } from '../../api/api.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { ConsentProof } from './consent-proof.tsx'
import { CustomerDialog } from './customer-dialog.tsx'
import { type Person, personKey } from './queries.ts'
import { usePersonAction } from './use-person.ts'

type Consent = Person['consents'][number]
const hows = ['counter', 'paper', 'phone'] as const
type How = (typeof hows)[number]

/** Sharing is a matter of the household, which keeps who agreed. */
const sayConsent = (customerId: number, kind: Consent['kind'], given: boolean, how: How) =>
  kind === 'sharing'
    ? api.call('customers.household', { customerId, what: { is: 'agree', agreed: given, how } })
    : api.call('customers.consent', { customerId, kind, given, how })

/** One more word: the wording is shown, for it is what they agree to. */
export const ConsentDialog = ({
  person,
  consent,
  onClose,
}: {
  readonly person: Person
  readonly consent: Consent
  readonly onClose: () => void
}) => {
  const { t } = useWords()
  const action = usePersonAction(person.id)
  const [how, setHow] = useState<How>('counter')
  const wordings = useQuery({
    queryKey: ['customers.wordings'],
    queryFn: () => api.call('customers.wordings', {}),
  })
  const { kind } = consent
  const given = consent.given !== true
  return (
    <CustomerDialog title={t(`consents.${kind}`)} onClose={onClose}>
      {given ? (
        <>
          <p>{t('consents.read')}</p>
          <p className="wording">{wordings.data?.find((one) => one.kind === kind)?.text ?? ''}</p>
        </>
      ) : null}
      <Choice
        label={t('consents.how')}
        value={how}
        options={hows.map((value) => ({ value, text: t(`consents.how.${value}`) }))}
        onChange={setHow}
      />
      <div className="edit-end">
        <Button
          look={given ? 'primary' : 'danger'}
          isDisabled={action.isPending}
          onPress={() =>
            action.mutate(
              {
                run: () => sayConsent(person.id, kind, given, how),
                said: t(given ? 'consents.said' : 'consents.tookBack'),
              },
              { onSuccess: onClose },
            )
          }
        >
          {t(given ? 'consents.give' : 'consents.takeBack')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </CustomerDialog>
  )
}

/** Every word with when, how and which wording. */
const ConsentHistory = ({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) => {
  const { t, moment } = useWords()
  const now = useNow()
  const history = useQuery({
    queryKey: [...personKey(person.id), 'consents'],
    queryFn: () => api.call('customers.consents', { customerId: person.id }),
  })
  return (
    <CustomerDialog title={t('consents.history')} onClose={onClose} wide>
      <ul className="consent-history">
        {(history.data ?? []).map((one) => (
          <li key={one.id}>
            <details>
              <summary>
                <Badge tone={one.given ? 'green' : 'plain'}>
                  {t(one.given ? 'consents.given' : 'consents.refused')}
                </Badge>
                <strong>{t(`consents.${one.kind}`)}</strong>
                <span>{moment(one.at, now)}</span>
                <span>{t(`consents.how.${one.how}`)}</span>
                <span>{t('consents.version', { n: one.version })}</span>
              </summary>
              {one.proof === null ? null : <ConsentProof proof={one.proof} />}
              <p className="wording">{one.text}</p>
            </details>
          </li>
        ))}
      </ul>
    </CustomerDialog>
  )
}

/** What they agreed to; sharing points is said with the household. */
export const Consents = ({ person }: { readonly person: Person }) => {
  const { t } = useWords()
  const [asking, setAsking] = useState<Consent | null>(null)
  const [history, setHistory] = useState(false)
  return (
    <section className="person-card" aria-label={t('consents.title')}>
      <header className="card-title">
        <h2>{t('consents.title')}</h2>
        <Button look="quiet" onPress={() => setHistory(true)}>
          {t('consents.history')}
        </Button>
      </header>
      {person.consents
        .filter(({ kind }) => kind !== 'sharing')
        .map((consent) => (
          <div key={consent.kind} className="consent">
            <span className="consent-kind">{t(`consents.${consent.kind}`)}</span>
            <span className="consent-state">
              <Badge tone={consent.given === true ? 'green' : 'plain'}>
                {t(
                  consent.given === null
                    ? 'consents.unasked'
                    : consent.given
                      ? 'consents.given'
                      : 'consents.refused',
                )}
              </Badge>
              {consent.at === null ? null : (
                <small>{t('consents.since', { date: businessDate(consent.at) })}</small>
              )}
            </span>
            {consent.kind === 'required' && consent.given === true ? null : (
              <Button look="quiet" onPress={() => setAsking(consent)}>
                {t(consent.given === true ? 'consents.takeBack' : 'consents.give')}
              </Button>
            )}
          </div>
        ))}
      {asking === null ? null : (
        <ConsentDialog person={person} consent={asking} onClose={() => setAsking(null)} />
      )}
      {history ? <ConsentHistory person={person} onClose={() => setHistory(false)} /> : null}
    </section>
  )
}

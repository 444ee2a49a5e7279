import type { ReactNode } from 'react'
import { addDays, clockText, daysBetween } from '#shared/dates.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { useOpenCustomer } from '../customers/open-customer.tsx'
import { counted } from '../pictures/compact.ts'
import { useOpenPeople } from '../pictures/use-open-behind.ts'
import type { Evening } from './sentences.ts'

/** As many as the letter has room for; the sheet has all of them. */
const shown = 6

const Person = ({
  id,
  name,
  children,
}: {
  readonly id: number
  readonly name: string
  readonly children: ReactNode
}) => {
  const { t } = useWords()
  const openCustomer = useOpenCustomer()
  return (
    <li className="evening-person">
      <button type="button" className="table-link" onClick={() => openCustomer(id)}>
        {t('receipts.customer', { name })}
      </button>
      {children}
    </li>
  )
}

/** Who came, the latest first. */
export const Visitors = ({ evening }: { readonly evening: Evening }) => {
  const { t, won } = useWords()
  const openPeople = useOpenPeople()
  const { visitors, date, visits } = evening
  return (
    <section className="evening-part" aria-labelledby="evening-visitors">
      <h2 id="evening-visitors">{t('evening.visitors')}</h2>
      {visitors.length === 0 ? <p className="evening-says">{t('evening.visitorsNone')}</p> : null}
      <ul>
        {visitors.slice(0, shown).map((one) => (
          <Person key={one.customerId} id={one.customerId} name={one.name}>
            <span className="evening-note">
              {clockText(one.lastAt)}
              {' · '}
              {one.isNew ? (
                <Badge tone="green">{t('evening.first')}</Badge>
              ) : (
                t('evening.visitNumber', { n: one.visitNumber })
              )}
            </span>
            <span className="evening-sum">{won(one.net)}</span>
          </Person>
        ))}
      </ul>
      {visits > shown ? (
        <Button
          onPress={() =>
            openPeople(
              { kind: 'visitors', range: { from: date, to: date } },
              t('evening.visitorsTitle', { date }),
            )
          }
        >
          {t('evening.allVisitors', counted(visits))}
        </Button>
      ) : null}
    </section>
  )
}

/** Who should have been here by their own rhythm; who spends most first. */
export const Missing = ({ evening }: { readonly evening: Evening }) => {
  const { t } = useWords()
  const openPeople = useOpenPeople()
  const { missing, missingCount, date } = evening
  return (
    <section className="evening-part" aria-labelledby="evening-missing">
      <h2 id="evening-missing">{t('evening.missing')}</h2>
      <p className="evening-says">
        {t(missing.length === 0 ? 'evening.missingNone' : 'evening.missingRule')}
      </p>
      <ul>
        {missing.slice(0, shown).map((one) => (
          <Person key={one.customerId} id={one.customerId} name={one.name}>
            <span className="evening-note">
              {t('evening.missingLine', {
                rhythm: counted(one.rhythmDays).n,
                days: daysBetween(one.lastVisit, date),
              })}
            </span>
          </Person>
        ))}
      </ul>
      {missingCount > shown ? (
        <Button onPress={() => openPeople({ kind: 'missing', date }, t('evening.missingTitle'))}>
          {t('evening.missingAll', counted(missingCount))}
        </Button>
      ) : null}
    </section>
  )
}

/** Whom to greet tomorrow. */
export const Birthdays = ({ evening }: { readonly evening: Evening }) => {
  const { t } = useWords()
  const { birthdays, date } = evening
  return (
    <section className="evening-part" aria-labelledby="evening-birthdays">
      <h2 id="evening-birthdays">{t('evening.birthdays')}</h2>
      {birthdays.length === 0 ? <p className="evening-says">{t('evening.birthdaysNone')}</p> : null}
      <ul>
        {birthdays.map((one) => (
          <Person key={one.customerId} id={one.customerId} name={one.name}>
            <span className="evening-note">
              {addDays(date, 1)} {one.lunar ? <Badge>{t('evening.lunar')}</Badge> : null}
            </span>
          </Person>
        ))}
      </ul>
    </section>
  )
}

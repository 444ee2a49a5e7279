import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { failureOf } from '../../api/failure.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { FailureNotice } from '../../ui/notice.tsx'
import { useOpenCustomer } from '../customers/open-customer.tsx'
import { segmentQueries } from './queries.ts'
import { SizeLine } from './size-line.tsx'

const days = 365

/** How large the group was, and the latest who came in and left. */
export const History = ({ id }: { readonly id: number }) => {
  const { t } = useWords()
  const heading = useId()
  const history = useQuery(segmentQueries.history(id, days))
  if (history.error !== null) return <FailureNotice failure={failureOf(history.error)} />
  if (history.data === undefined) return null
  return (
    <div className="group-columns">
      <section className="segments-section" aria-labelledby={heading}>
        <header>
          <h2 id={heading}>{t('segments.size')}</h2>
        </header>
        {history.data.days.length < 2 ? (
          <p className="segments-none">{t('segments.size.none')}</p>
        ) : (
          <SizeLine days={history.data.days} />
        )}
      </section>
      <div className="group-movers">
        <Movers how="entered" people={history.data.entered} />
        <Movers how="left" people={history.data.left} />
      </div>
    </div>
  )
}

type Mover = CallOutput<'segments.history'>['entered'][number]

const shown = 6

const Movers = ({ how, people }: { readonly how: 'entered' | 'left'; readonly people: readonly Mover[] }) => {
  const { t, day } = useWords()
  const heading = useId()
  const now = useNow(60_000)
  const openCustomer = useOpenCustomer()
  return (
    <section className="segments-section" aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{t(`segments.who.${how}`)}</h2>
      </header>
      {people.length === 0 ? <p className="segments-none">{t('segments.who.none')}</p> : null}
      <ul className="mover-list">
        {people.slice(0, shown).map((one) => (
          <li key={`${one.customerId} ${one.on}`}>
            <button type="button" onClick={() => openCustomer(one.customerId)}>
              <span>{one.name}</span>
              <time dateTime={one.on}>{day(one.on, now).replace(/^\d{4}-/, '')}</time>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

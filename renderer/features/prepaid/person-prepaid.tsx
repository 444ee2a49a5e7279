import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { BringForm } from './bring-form.tsx'
import { GiveBackDialog } from './give-back-dialog.tsx'
import { HoldingCard } from './holding-card.tsx'
import type { Holding } from './prepaid-words.ts'
import { ofCustomer, prepaidProducts } from './use-prepaid.ts'
import './prepaid.css'
import './person-prepaid.css'

/** Ended ones can still be given back for five years. */
const isNow = ({ state }: Holding): boolean => state === 'open' || state === 'ended'

/** What a customer has prepaid, what became of it, and giving it back; nothing where the shop sells none. */
export const PersonPrepaid = ({ customerId }: { readonly customerId: number }) => {
  const { t } = useWords()
  const products = useQuery(prepaidProducts).data ?? []
  const holdings = useQuery(ofCustomer(customerId))
  const [bringing, setBringing] = useState(false)
  const [giving, setGiving] = useState<Holding | null>(null)
  if (holdings.error !== null) return <FailureNotice failure={failureOf(holdings.error)} />
  const all = holdings.data ?? []
  if (products.length === 0 && all.length === 0) return null
  const past = all.filter((one) => !isNow(one))
  const list = (some: readonly Holding[]) => (
    <ul className="holdings">
      {some.map((one) => (
        <HoldingCard
          key={one.holdingId}
          customerId={customerId}
          holding={one}
          onGiveBack={() => setGiving(one)}
        />
      ))}
    </ul>
  )
  return (
    <section className="person-card" aria-label={t('prepaid.title')}>
      <header className="card-title">
        <h2>{t('prepaid.title')}</h2>
        {products.length === 0 ? null : (
          <Button look="quiet" onPress={() => setBringing(!bringing)}>
            {t('personPrepaid.bring')}
          </Button>
        )}
      </header>
      {bringing ? (
        <BringForm customerId={customerId} products={products} onDone={() => setBringing(false)} />
      ) : null}
      {all.some(isNow) ? (
        list(all.filter(isNow))
      ) : (
        <p className="person-points-soft">{t('personPrepaid.none')}</p>
      )}
      {past.length === 0 ? null : (
        <details className="person-entries">
          <summary>{t('personPrepaid.past', { n: past.length })}</summary>
          {list(past)}
        </details>
      )}
      {giving === null ? null : (
        <GiveBackDialog customerId={customerId} holding={giving} onClose={() => setGiving(null)} />
      )}
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { EmptyPage } from '../../ui/page-head.tsx'
import { type Product, type Terms, termsText } from './prepaid-words.ts'
import { PrepaidProductForm } from './product-form.tsx'

interface Editing {
  readonly productId: number | null
  readonly terms: Terms | null
}

const tones = { now: 'green', 'to-come': 'gold', past: 'plain' } as const

const ProductCard = ({
  product,
  onChange,
}: {
  readonly product: Product
  readonly onChange: (terms: Terms) => void
}) => {
  const words = useWords()
  const { t } = words
  const now = product.terms.find((one) => one.state === 'now')
  const shown = now ?? product.terms.at(-1)
  if (shown === undefined) return null
  const others = product.terms.filter((one) => one !== shown).toReversed()
  const line = (terms: Terms) => (
    <>
      <Badge tone={tones[terms.state]}>{t(`rewards.state.${terms.state}`)}</Badge>
      {terms.sold ? termsText(words, terms) : t('prepaidProducts.off')}
      <span className="reward-soft">{t('rewards.since', { date: terms.fromDate })}</span>
    </>
  )
  return (
    <li className={shown.sold ? 'reward-card' : 'reward-card off'}>
      <div className="reward-card-head">
        <h3>{shown.name}</h3>
        <span className="reward-figures">{t('prepaidProducts.open', { n: product.open })}</span>
      </div>
      <p className="rule-line">{line(shown)}</p>
      {others
        .filter((one) => one.state === 'to-come')
        .map((one) => (
          <p key={one.id} className="rule-line">
            {line(one)}
          </p>
        ))}
      {others.some((one) => one.state === 'past') ? (
        <details>
          <summary>{t('rewards.history')}</summary>
          <ul>
            {others
              .filter((one) => one.state === 'past')
              .map((one) => (
                <li key={one.id} className="rule-line">
                  {line(one)}
                </li>
              ))}
          </ul>
        </details>
      ) : null}
      <div className="reward-actions">
        <Button onPress={() => onChange(shown)}>{t('rewards.change')}</Button>
      </div>
    </li>
  )
}

/** What the shop sells prepaid, each in a sentence. */
export const PrepaidSection = () => {
  const { t } = useWords()
  const products = useQuery({
    queryKey: [...keys.prepaid, 'products'],
    queryFn: () => api.call('prepaid.products', {}),
  })
  const [editing, setEditing] = useState<Editing | null>(null)
  if (products.error !== null) return <FailureNotice failure={failureOf(products.error)} />
  if (products.data === undefined) return <p className="reward-soft">{t('common.loading')}</p>
  if (editing !== null) return <PrepaidProductForm {...editing} onDone={() => setEditing(null)} />
  const add = (
    <Button look="primary" onPress={() => setEditing({ productId: null, terms: null })}>
      <Plus size={20} aria-hidden="true" />
      {t('prepaidProducts.new')}
    </Button>
  )
  if (products.data.length === 0)
    return (
      <div className="reward-empty">
        <EmptyPage title={t('prepaidProducts.none')} hint={t('prepaidProducts.noneHint')} />
        {add}
      </div>
    )
  return (
    <>
      <div className="reward-actions">{add}</div>
      <ul className="reward-cards">
        {products.data.map((product) => (
          <ProductCard
            key={product.productId}
            product={product}
            onChange={(terms) => setEditing({ productId: product.productId, terms })}
          />
        ))}
      </ul>
    </>
  )
}

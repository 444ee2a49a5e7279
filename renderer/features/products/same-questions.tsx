import { useState } from 'react'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import type { ProductCalls, Proposals } from './use-products.ts'

const atFirst = 3

/** Pairs that may be one product. What sells more gives its name. */
export const SameQuestions = ({
  pairs,
  calls,
}: {
  readonly pairs: Proposals['pairs']
  readonly calls: ProductCalls
}) => {
  const { t } = useWords()
  const [most, setMost] = useState(atFirst)
  if (pairs.length === 0) return null
  return (
    <section className="product-card" aria-labelledby="product-asks">
      <h2 id="product-asks">
        {t('product.asks')} <small>{pairs.length}</small>
      </h2>
      <ul className="product-pairs">
        {pairs.slice(0, most).map(({ one, other, score }) => {
          const [into, from] = one.net >= other.net ? [one, other] : [other, one]
          return (
            <li key={`${one.id} ${other.id}`}>
              <span className="product-pair">
                <b>{into.name}</b>
                <span aria-hidden="true">↔</span>
                <b>{from.name}</b>
                <Badge tone={score === 1 ? 'green' : 'plain'}>
                  {t(score === 1 ? 'product.sure' : 'product.perhaps')}
                </Badge>
              </span>
              <Button
                label={`${into.name}, ${from.name}: ${t('product.same')}`}
                onPress={() => calls.join.mutate({ into, from: [from.id] })}
                isDisabled={calls.join.isPending}
              >
                {t('product.same')}
              </Button>
              <Button
                look="quiet"
                label={`${into.name}, ${from.name}: ${t('product.different')}`}
                onPress={() => calls.apart.mutate({ oneId: one.id, otherId: other.id })}
                isDisabled={calls.apart.isPending}
              >
                {t('product.different')}
              </Button>
            </li>
          )
        })}
      </ul>
      {pairs.length <= most ? null : (
        <Button look="quiet" onPress={() => setMost(pairs.length)}>
          {t('product.moreAsks', { n: pairs.length - most })}
        </Button>
      )}
    </section>
  )
}

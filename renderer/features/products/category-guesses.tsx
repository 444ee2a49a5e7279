import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import type { ProductCalls, Proposals } from './use-products.ts'

/** Products without a category, put into the one that their names speak of by one key. */
export const CategoryGuesses = ({
  guesses,
  calls,
}: {
  readonly guesses: Proposals['categories']
  readonly calls: ProductCalls
}) => {
  const { t } = useWords()
  if (guesses.length === 0) return null
  return (
    <section className="product-card" aria-labelledby="product-guesses">
      <h2 id="product-guesses">{t('product.guess')}</h2>
      <ul className="product-pairs">
        {guesses.map(({ name, products }) => (
          <li key={name}>
            <span className="product-guess">
              <b>{t('product.guessLine', { category: name, n: products.length })}</b>
              <span>{products.map((product) => product.name).join(', ')}</span>
            </span>
            <Button
              onPress={() =>
                calls.categorise.mutate({ ids: products.map(({ id }) => id), category: { name } })
              }
              isDisabled={calls.categorise.isPending}
            >
              {t('product.guessTake', { category: name })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { X } from 'lucide-react'
import { useState } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { intoView } from '../../ui/into-view.ts'
import { TextField } from '../../ui/text-field.tsx'
import { CategoryPick } from './category-pick.tsx'
import { MonthBars } from './month-bars.tsx'
import { type ProductCalls, useCategories, useProduct } from './use-products.ts'

type Detail = CallOutput<'products.get'>

/** One product: its names, its prices, how it sells. */
export const ProductDetail = ({
  id,
  calls,
  onClose,
}: {
  readonly id: number
  readonly calls: ProductCalls
  readonly onClose: () => void
}) => {
  const { t } = useWords()
  const { data: detail } = useProduct(id)
  if (detail === undefined) return null
  return (
    <section
      ref={intoView}
      className="product-card product-detail"
      aria-label={t('product.details', { name: detail.name })}
    >
      <header>
        <h2>{detail.name}</h2>
        <Button look="quiet" label={t('product.close')} onPress={onClose}>
          <X size={20} aria-hidden="true" />
        </Button>
      </header>
      <Naming key={detail.name} detail={detail} calls={calls} />
      <Parts detail={detail} calls={calls} />
      <Prices detail={detail} />
      <h3>{t('product.months')}</h3>
      <MonthBars months={detail.months} />
    </section>
  )
}

const Naming = ({ detail, calls }: { readonly detail: Detail; readonly calls: ProductCalls }) => {
  const { t } = useWords()
  const [name, setName] = useState(detail.name)
  const { data: categories = [] } = useCategories()
  const save = (): void => {
    if (name.trim() !== '' && name !== detail.name) calls.rename.mutate({ id: detail.id, name: name.trim() })
  }
  return (
    <>
      <div className="product-naming">
        <TextField
          label={t('product.rename')}
          value={name}
          onChange={setName}
          onEnter={save}
          maxLength={80}
        />
        <Button onPress={save} isDisabled={name.trim() === '' || name === detail.name}>
          {t('product.save')}
        </Button>
      </div>
      <CategoryPick
        key={detail.categoryId}
        chosen={detail.categoryId === null ? 'none' : String(detail.categoryId)}
        categories={categories}
        onPick={(category) => calls.categorise.mutate({ ids: [detail.id], category })}
      />
    </>
  )
}

const Parts = ({ detail, calls }: { readonly detail: Detail; readonly calls: ProductCalls }) => {
  const { t } = useWords()
  const { parts } = detail
  return (
    <>
      <h3>{t('product.parts')}</h3>
      <ul className="product-parts">
        {parts.map((part) => (
          <li key={part.id}>
            <span>
              {part.printed.join(', ')} <small>{t('product.part.lines', { n: part.lines })}</small>
            </span>
            {parts.length < 2 ? null : (
              <Button
                look="quiet"
                label={t('product.splitLabel', { name: part.name })}
                onPress={() => calls.split.mutate({ id: part.id, name: part.name })}
                isDisabled={calls.split.isPending}
              >
                {t('product.split')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const Prices = ({ detail }: { readonly detail: Detail }) => {
  const { t, won } = useWords()
  const { prices } = detail
  return (
    <>
      <h3>{t('product.prices')}</h3>
      {prices.length === 0 ? <p className="soft">{t('product.pricesNone')}</p> : null}
      <ol className="product-prices">
        {[...prices].reverse().map(({ from, price }) => (
          <li key={from}>
            <b>{won(price)}</b>
            <span className="soft">{t('product.priceFrom', { date: from })}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

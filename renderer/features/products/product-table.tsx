import { useState } from 'react'
import { formatNumber } from '#shared/won.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CategoryPick } from './category-pick.tsx'
import { type ProductCalls, type ProductRow, useCategories, useProductList } from './use-products.ts'

/** The list, what sells best first; some chosen of it are joined or put into a category together. */
export const ProductTable = ({
  calls,
  shown,
  onShow,
}: {
  readonly calls: ProductCalls
  readonly shown: number | null
  readonly onShow: (id: number) => void
}) => {
  const { t, won } = useWords()
  const [query, setQuery] = useState('')
  const [categoryId, setCategory] = useState<number | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const { data: rows = [] } = useProductList(query, categoryId)
  const { data: categories = [] } = useCategories()
  const nameOf = (id: number | null): string => categories.find((one) => one.id === id)?.name ?? ''
  const picked = rows.filter(({ id }) => chosen.has(id))
  const [first] = picked
  const toggle = ({ id }: ProductRow): void => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <section className="product-list" aria-label={t('product.title')}>
      <div className="product-tools">
        <TextField label={t('product.find')} value={query} onChange={setQuery} maxLength={100} />
        <fieldset className="product-chips">
          <legend className="hidden-text">{t('product.category')}</legend>
          {[{ id: null, name: t('product.all') }, ...categories].map(({ id, name }) => (
            <button
              key={id ?? 0}
              type="button"
              aria-pressed={categoryId === id}
              onClick={() => setCategory(id)}
            >
              {name}
            </button>
          ))}
        </fieldset>
      </div>
      {picked.length === 0 || first === undefined ? null : (
        <div className="product-chosen" role="status">
          <b>{t('product.chosen', { n: picked.length })}</b>
          {picked.length < 2 ? null : (
            <Button
              onPress={() => {
                calls.join.mutate({ into: first, from: picked.slice(1).map(({ id }) => id) })
                setChosen(new Set())
              }}
            >
              {t('product.joinChosen')}
            </Button>
          )}
          <CategoryPick
            categories={categories}
            onPick={(category) => {
              calls.categorise.mutate({ ids: picked.map(({ id }) => id), category })
              setChosen(new Set())
            }}
          />
          <Button look="quiet" onPress={() => setChosen(new Set())}>
            {t('product.clear')}
          </Button>
        </div>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-text">{t('product.chosen', { n: picked.length })}</span>
            </th>
            <th scope="col">{t('product.name')}</th>
            <th scope="col">{t('product.category')}</th>
            <th scope="col" className="number">
              {t('product.sold')}
            </th>
            <th scope="col" className="number">
              {t('product.net')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.id === shown ? 'shown' : ''}>
              <td className="product-tick">
                <label>
                  <input type="checkbox" checked={chosen.has(row.id)} onChange={() => toggle(row)} />
                  <span className="hidden-text">{t('product.choose', { name: row.name })}</span>
                </label>
              </td>
              <td>
                <button
                  type="button"
                  className="product-open"
                  aria-expanded={row.id === shown}
                  onClick={() => onShow(row.id)}
                >
                  {row.name}
                  {row.spellings < 2 ? null : <small>{t('product.spellings', { n: row.spellings })}</small>}
                </button>
              </td>
              <td className={row.categoryId === null ? 'soft' : ''}>
                {row.categoryId === null ? t('product.noCategory') : nameOf(row.categoryId)}
              </td>
              <td className="number">{t('product.pieces', { n: formatNumber(row.quantity) })}</td>
              <td className="number">{won(row.net)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

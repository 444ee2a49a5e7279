import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import type { CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'

type Targets = CallOutput<'coupons.look'>['terms']['targets']

/** Those that sold most come first; a list of more is no choice. */
const shown = 100

/** Products and categories of the catalogue, beside the words that are written by hand. */
export const TargetsField = ({
  value,
  onChange,
}: {
  /** Without words. */
  readonly value: Targets
  readonly onChange: (value: Targets) => void
}) => {
  const { t } = useWords()
  const categories = useQuery({
    queryKey: [...keys.rewards, 'categories'],
    queryFn: () => api.call('products.categories', {}),
  }).data
  const products = useQuery({
    queryKey: [...keys.rewards, 'products'],
    queryFn: () => api.call('products.list', { query: '', categoryId: null }),
  }).data
  const nameOf = ({ productId, categoryId }: Targets[number]): string => {
    const category = categories?.find((one) => one.id === categoryId)
    if (category !== undefined) return t('targets.category', { name: category.name })
    return products?.find((one) => one.id === productId)?.name ?? t('targets.gone')
  }
  const has = (kind: 'productId' | 'categoryId', id: number): boolean =>
    value.some((target) => target[kind] === id)
  const options = [
    ...(categories ?? [])
      .filter(({ id }) => !has('categoryId', id))
      .map(({ id, name }) => ({ value: `c${id}`, text: t('targets.category', { name }) })),
    ...(products ?? [])
      .filter(({ id }) => !has('productId', id))
      .slice(0, shown)
      .map(({ id, name }) => ({ value: `p${id}`, text: name })),
  ]
  if (options.length === 0 && value.length === 0) return null
  const add = (chosen: string): void => {
    const id = Number(chosen.slice(1))
    const target = chosen.startsWith('c')
      ? { productId: null, categoryId: id, word: null }
      : { productId: id, categoryId: null, word: null }
    onChange([...value, target])
  }
  return (
    <div className="reward-wide targets">
      <Select
        key={value.length}
        label={t('targets.add')}
        value={null}
        options={options}
        placeholder={t('targets.add')}
        onChange={add}
      />
      {value.length === 0 ? null : (
        <ul className="target-chips">
          {value.map((target) => {
            const name = nameOf(target)
            return (
              <li key={`${target.productId ?? ''}-${target.categoryId ?? ''}`}>
                <Button
                  label={t('targets.remove', { name })}
                  onPress={() => onChange(value.filter((one) => one !== target))}
                >
                  {name}
                  <X size={18} aria-hidden="true" />
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

import { useState } from 'react'
import type { CallInput } from '#shared/contract/index.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Category = CallInput<'products.categorise'>['category']

/** A category that is there, none, or a new one by its name. */
export const CategoryPick = ({
  chosen,
  categories,
  onPick,
}: {
  /** The one in force: its id or `none`. Without it the field says what it is for. */
  readonly chosen?: string
  readonly categories: readonly { readonly id: number; readonly name: string }[]
  readonly onPick: (category: Category) => void
}) => {
  const { t } = useWords()
  const [fresh, setFresh] = useState<string | null>(null)
  const make = (): void => {
    if (fresh !== null && fresh.trim() !== '') onPick({ name: fresh.trim() })
  }
  if (fresh !== null) {
    return (
      <div className="category-pick">
        <TextField
          label={t('product.newCategoryName')}
          value={fresh}
          onChange={setFresh}
          onEnter={make}
          maxLength={30}
          autoFocus
        />
        <Button onPress={make} isDisabled={fresh.trim() === ''}>
          {t('product.add')}
        </Button>
      </div>
    )
  }
  return (
    <div className={chosen === undefined ? 'category-pick bare' : 'category-pick'}>
      <Select
        label={t(chosen === undefined ? 'product.putChosen' : 'product.category')}
        value={chosen ?? null}
        placeholder={t('product.putChosen')}
        options={[
          ...categories.map(({ id, name }) => ({ value: String(id), text: name })),
          { value: 'none', text: t('product.noCategory') },
          { value: 'new', text: t('product.newCategory') },
        ]}
        onChange={(value) => {
          if (value === 'new') setFresh('')
          else onPick(value === 'none' ? null : { id: Number(value) })
        }}
      />
    </div>
  )
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { TextField } from '../../ui/text-field.tsx'
import { CustomerDialog } from './customer-dialog.tsx'

export type PickedCustomer = CallOutput<'customers.search'>[number]

/** Finds another customer, as the counter does. */
export const CustomerPicker = ({
  title,
  except,
  onPick,
  onClose,
}: {
  readonly title: string
  /** Who cannot be chosen. */
  readonly except: number
  readonly onPick: (customer: PickedCustomer) => void
  readonly onClose: () => void
}) => {
  const { t, points, since } = useWords()
  const now = useNow()
  const [text, setText] = useState('')
  const asked = text.trim().slice(0, 40)
  const found = useQuery({
    queryKey: keys.search(asked),
    queryFn: () => api.call('customers.search', { query: asked }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  const people = asked === '' ? [] : (found.data ?? []).filter(({ id }) => id !== except)
  const [first] = people
  return (
    <CustomerDialog title={title} onClose={onClose}>
      <TextField
        label={t('pick.search')}
        value={text}
        onChange={setText}
        autoFocus
        onEnter={() => {
          if (first !== undefined && !found.isPlaceholderData) onPick(first)
        }}
      />
      <ul className="pick-list">
        {people.map((one) => (
          <li key={one.id}>
            <button type="button" className="pick" onClick={() => onPick(one)}>
              <strong>{t('card.honorific', { name: one.name })}</strong>
              <span>{one.maskedPhone ?? t('same.noPhone')}</span>
              <span>{one.lastVisit === null ? t('figures.never') : since(one.lastVisit, now)}</span>
              <span>{points(one.points)}</span>
            </button>
          </li>
        ))}
      </ul>
      {asked !== '' && found.isSuccess && people.length === 0 ? <p role="status">{t('pick.none')}</p> : null}
    </CustomerDialog>
  )
}

import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { CustomerDialog } from './customer-dialog.tsx'
import { CustomerPicker, type PickedCustomer } from './customer-picker.tsx'
import { useOpenCustomer } from './open-customer.tsx'
import type { Person } from './queries.ts'
import { usePersonAction } from './use-person.ts'

/** Finds the other entry of the same person, shows what will come of it, and joins them. */
export const MergeDialog = ({
  person,
  onClose,
}: {
  readonly person: Person
  readonly onClose: () => void
}) => {
  const { t, points } = useWords()
  const action = usePersonAction(person.id)
  const [other, setOther] = useState<PickedCustomer | null>(null)
  const customerId = person.id
  if (other === null)
    return <CustomerPicker title={t('pick.title')} except={customerId} onPick={setOther} onClose={onClose} />
  const merge = (): void => {
    const done = { id: 0 }
    action.mutate(
      {
        run: async () => {
          done.id = (await api.call('customers.merge', { customerId, goneId: other.id })).mergeId
        },
        said: t('merge.done', { name: other.name }),
        undo: () =>
          action.mutate({
            run: () => api.call('customers.unmerge', { mergeId: done.id }),
            said: t('merge.apart'),
          }),
      },
      { onSuccess: onClose },
    )
  }
  return (
    <CustomerDialog title={t('merge.ask', { name: person.name })} onClose={onClose}>
      <p className="merge-sum">
        <strong>{t('card.honorific', { name: other.name })}</strong> {other.maskedPhone ?? t('same.noPhone')}{' '}
        · {t('unit.times', { n: other.visits })} · {points(other.points)}
      </p>
      <p>{t('merge.explain')}</p>
      <div className="edit-end">
        <Button look="primary" isDisabled={action.isPending} onPress={merge}>
          {t('merge.do')}
        </Button>
        <Button look="quiet" onPress={() => setOther(null)}>
          {t('common.back')}
        </Button>
      </div>
    </CustomerDialog>
  )
}

/** Entries that were joined to this one, each to be taken apart again. */
export const Merges = ({ person }: { readonly person: Person }) => {
  const { t, moment } = useWords()
  const now = useNow()
  const action = usePersonAction(person.id)
  const openCustomer = useOpenCustomer()
  if (person.merges.length === 0) return null
  return (
    <section className="person-card" aria-label={t('merge.into')}>
      <header className="card-title">
        <h2>{t('merge.into')}</h2>
      </header>
      <ul className="members">
        {person.merges.map((merge) => (
          <li key={merge.id}>
            <strong>{t('card.honorific', { name: merge.name })}</strong>
            <span>{moment(merge.at, now)}</span>
            <Button
              onPress={() =>
                action.mutate({
                  run: async () => {
                    const { customerId } = await api.call('customers.unmerge', { mergeId: merge.id })
                    openCustomer(customerId)
                  },
                  said: t('merge.apart'),
                })
              }
            >
              {t('merge.undo')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

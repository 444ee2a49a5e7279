import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ofCustomer } from '../prepaid/use-prepaid.ts'
import { CustomerDialog } from './customer-dialog.tsx'
import type { Person } from './queries.ts'
import { usePersonAction } from './use-person.ts'

/** Two ways to go, side by side, each with what becomes of what. */
export const LeavingDialog = ({
  person,
  onClose,
  onGone,
}: {
  readonly person: Person
  readonly onClose: () => void
  /** After the person is no more. */
  readonly onGone: () => void
}) => {
  const { t, points } = useWords()
  const action = usePersonAction(person.id)
  const [typed, setTyped] = useState('')
  const customerId = person.id
  const { name } = person
  const destroy = (): void =>
    action.mutate(
      { run: () => api.call('customers.destroy', { customerId }), said: t('leave.destroyed') },
      { onSuccess: onGone },
    )
  const prepaid = (useQuery(ofCustomer(customerId)).data ?? []).filter(({ state }) => state === 'open')
  const sure = typed.normalize('NFC').trim() === t('leave.word')
  return (
    <CustomerDialog title={t('leave.title', { name })} onClose={onClose} wide>
      {prepaid.length === 0 ? null : <Notice tone="warn">{t('leave.prepaid', { n: prepaid.length })}</Notice>}
      <div className="leaving">
        {person.leftAt === null ? (
          <section className="leaving-way">
            <h3>{t('leave.withdraw')}</h3>
            <p className="leaving-lead">{t('leave.withdrawLead')}</p>
            <ul>
              <li>{t('leave.withdraw.1')}</li>
              <li>{t('leave.withdraw.2', { points: points(person.points) })}</li>
              <li>{t('leave.withdraw.3')}</li>
            </ul>
            <Button
              isDisabled={action.isPending}
              onPress={() =>
                action.mutate(
                  {
                    run: () => api.call('customers.withdraw', { customerId }),
                    said: t('leave.withdrawn', { name }),
                  },
                  { onSuccess: onClose },
                )
              }
            >
              {t('leave.doWithdraw')}
            </Button>
          </section>
        ) : null}
        <section className="leaving-way destroy">
          <h3>{t('leave.destroy')}</h3>
          <p className="leaving-lead">{t('leave.destroyLead')}</p>
          <ul>
            <li>{t('leave.destroy.1')}</li>
            <li>{t('leave.destroy.2')}</li>
            <li>{t('leave.destroy.3')}</li>
          </ul>
          <TextField
            label={t('leave.confirm', { word: t('leave.word') })}
            value={typed}
            onChange={setTyped}
            maxLength={20}
          />
          <Button look="danger" isDisabled={!sure || action.isPending} onPress={destroy}>
            {t('leave.doDestroy')}
          </Button>
        </section>
      </div>
    </CustomerDialog>
  )
}

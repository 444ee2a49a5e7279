import { useQuery } from '@tanstack/react-query'
import { Hourglass } from 'lucide-react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { FailureNotice } from '../../ui/notice.tsx'
import { CustomerRewards } from '../rewards/customer-rewards.tsx'
import { Card } from './customer-card.tsx'
import { NextStep } from './next-step.tsx'
import { isOpen } from './receipt-choice.ts'
import type { Counter } from './use-counter.ts'

/** The guest of the moment and the one obvious next step. */
export const CustomerDesk = ({
  customerId,
  counter,
}: {
  readonly customerId: number
  readonly counter: Counter
}) => {
  const { t } = useWords()
  const { waiting, atHand } = counter
  const receiptId = atHand !== null && isOpen(atHand) ? atHand.id : null
  const card = useQuery({
    queryKey: keys.card(customerId),
    queryFn: () => api.call('customers.card', { customerId }),
  })
  if (card.error !== null) return <FailureNotice failure={failureOf(card.error)} />
  if (card.data === undefined) return <p className="counter-soft desk-loading">{t('card.loading')}</p>
  return (
    <>
      <div className="desk-card">
        <Card card={card.data} />
        <CustomerRewards customerId={customerId} receiptId={receiptId} />
      </div>
      {waiting === null ? null : (
        <p className="waiting-other">
          <Hourglass size={20} aria-hidden="true" />
          {t('waiting.other', { name: waiting.name })}
        </p>
      )}
      <NextStep counter={counter} />
    </>
  )
}

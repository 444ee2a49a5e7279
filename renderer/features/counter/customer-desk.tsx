import { useQuery } from '@tanstack/react-query'
import { Hourglass } from 'lucide-react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { CouponList } from '../coupons/coupon-list.tsx'
import { PrepaidLine } from '../prepaid/prepaid-line.tsx'
import { PrepaidSellForm } from '../prepaid/sell-form.tsx'
import { PrepaidUseForm } from '../prepaid/use-form.tsx'
import { useUsable } from '../prepaid/use-prepaid.ts'
import { CustomerRewards } from '../rewards/customer-rewards.tsx'
import { Card } from './customer-card.tsx'
import { NextStep } from './next-step.tsx'
import { PointsForm } from './points-form.tsx'
import { PointsLine } from './points-line.tsx'
import { isOpen } from './receipt-choice.ts'
import type { Counter } from './use-counter.ts'
import { usePoints } from './use-points.ts'

/** The guest of the moment and the one obvious next step. */
export const CustomerDesk = ({
  customerId,
  counter,
}: {
  readonly customerId: number
  readonly counter: Counter
}) => {
  const { t } = useWords()
  const { waiting, atHand, using, setUsing } = counter
  const receiptId = atHand !== null && isOpen(atHand) ? atHand.id : null
  const card = useQuery({
    queryKey: keys.card(customerId),
    queryFn: () => api.call('customers.card', { customerId }),
  })
  // A receipt that is this guest's already: points that are used go with it.
  const own = atHand !== null && atHand.customer?.id === customerId ? atHand.id : null
  const at = usePoints(customerId, receiptId ?? own)
  const canUse = at !== undefined && at.usable > 0
  const usable = useUsable(customerId, receiptId ?? own) ?? []
  const hasPrepaid = usable.length > 0
  const toggle = (what: 'points' | 'prepaid') => () => setUsing(using === what ? null : what)
  useKeys({ F2: canUse ? toggle('points') : undefined, F5: hasPrepaid ? toggle('prepaid') : undefined })
  const close = (): void => setUsing(null)
  if (card.error !== null) return <FailureNotice failure={failureOf(card.error)} />
  if (card.data === undefined) return <p className="counter-soft desk-loading">{t('card.loading')}</p>
  return (
    <>
      <div className="desk-person">
        <div className="desk-card">
          <Card card={card.data} />
          <PointsLine at={at} />
          <PrepaidLine usable={usable} onSell={() => setUsing(using === 'sell' ? null : 'sell')} />
          <CustomerRewards customerId={customerId} receiptId={receiptId} />
        </div>
        <Button
          keepFocus
          size="large"
          look="quiet"
          className="desk-leave"
          keyCap="Esc"
          onPress={counter.clear}
        >
          {t('card.leave')}
        </Button>
      </div>
      <CouponList customerId={customerId} receiptId={receiptId} />
      {waiting === null ? null : (
        <p className="waiting-other">
          <Hourglass size={20} aria-hidden="true" />
          {t('waiting.other', { name: waiting.name })}
        </p>
      )}
      {using === 'prepaid' && hasPrepaid ? (
        <PrepaidUseForm
          customerId={customerId}
          name={card.data.name}
          receiptId={own}
          usable={usable}
          toPay={atHand === null || (own ?? receiptId) === null ? null : atHand.total}
          canPrint={counter.canPrint}
          onClose={close}
        />
      ) : using === 'sell' ? (
        <PrepaidSellForm
          customerId={customerId}
          name={card.data.name}
          receipt={
            atHand === null || (own ?? receiptId) === null
              ? null
              : { id: atHand.id, total: atHand.total, own: own !== null }
          }
          canPrint={counter.canPrint}
          onClose={close}
        />
      ) : using === 'points' && canUse ? (
        <PointsForm
          customerId={customerId}
          name={card.data.name}
          receiptId={own}
          at={at}
          toPay={receiptId === null ? null : (atHand?.total ?? null)}
          onClose={close}
        />
      ) : (
        <NextStep counter={counter} at={at} hasPrepaid={hasPrepaid} />
      )}
    </>
  )
}

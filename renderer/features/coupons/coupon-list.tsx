import { useQuery } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useKeys } from '../../app/use-keys.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { CouponTicket } from './coupon-ticket.tsx'
import { couponKey, couponsOf, useRedeem } from './use-coupons.ts'

/** What somebody could use now, one at a time: the counter is no wallet. One key uses the one that is shown. */
export const CouponList = ({
  customerId,
  receiptId,
}: {
  readonly customerId: number
  /** The receipt at hand proves it; without one the next receipt will. */
  readonly receiptId: number | null
}) => {
  const { t, error } = useWords()
  const held = useQuery(couponsOf(customerId, receiptId)).data ?? []
  const redeem = useRedeem()
  const [turned, setTurned] = useState(0)
  const open = held.filter((coupon) => coupon.state === 'open')
  const place = open.length === 0 ? 0 : turned % open.length
  const shown = open[place]
  const good = shown !== undefined && shown.refusal === null
  const use = (): void => {
    if (good && !redeem.isPending) redeem.mutate({ code: shown.code, receiptId, customerId })
  }
  useKeys({ [couponKey]: use })
  if (shown === undefined) return null
  return (
    <section className="coupon-list" aria-label={t('coupon.ofCustomer')}>
      <CouponTicket coupon={shown} {...(shown.refusal === null ? {} : { note: error(shown.refusal) })}>
        {open.length > 1 ? (
          <Button
            keepFocus
            size="large"
            look="quiet"
            className="ticket-next"
            label={t('coupon.nextOne', { n: String(place + 1), of: open.length })}
            onPress={() => setTurned(place + 1)}
          >
            {place + 1}/{open.length}
            <ChevronRight size={24} aria-hidden="true" />
          </Button>
        ) : null}
        {good ? (
          <Button keepFocus size="large" isDisabled={redeem.isPending} keyCap={couponKey} onPress={use}>
            {t('coupon.use')}
          </Button>
        ) : null}
      </CouponTicket>
    </section>
  )
}

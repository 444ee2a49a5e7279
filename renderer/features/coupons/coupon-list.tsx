import { useQuery } from '@tanstack/react-query'
import { useKeys } from '../../app/use-keys.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { CouponTicket } from './coupon-ticket.tsx'
import type { HeldCoupon } from './coupon-words.ts'
import { couponsOf, useRedeem } from './use-coupons.ts'

/** As many as are shown at once: the counter is no wallet. */
const shownAtOnce = 2

const usable = (coupon: HeldCoupon): boolean => coupon.state === 'open' && coupon.refusal === null

/** What somebody could use now, the first by one key. */
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
  const open = held.filter((coupon) => coupon.state === 'open')
  const shown = open.slice(0, shownAtOnce)
  const use = (coupon: HeldCoupon): void => {
    if (!redeem.isPending) redeem.mutate({ code: coupon.code, receiptId, customerId })
  }
  const [first] = open.filter(usable)
  useKeys({ F10: first === undefined ? undefined : () => use(first) })
  if (open.length === 0) return null
  return (
    <section className="coupon-list" aria-label={t('coupon.ofCustomer')}>
      <ul>
        {shown.map((coupon) => (
          <li key={coupon.couponId}>
            <CouponTicket
              coupon={coupon}
              {...(coupon.refusal === null ? {} : { note: error(coupon.refusal) })}
            >
              {usable(coupon) ? (
                <Button
                  keepFocus
                  size="large"
                  isDisabled={redeem.isPending}
                  onPress={() => use(coupon)}
                  {...(coupon === first ? { keyCap: 'F10' } : {})}
                >
                  {t('coupon.use')}
                </Button>
              ) : null}
            </CouponTicket>
          </li>
        ))}
      </ul>
      {open.length > shown.length ? (
        <p className="counter-soft">{t('coupon.more', { n: open.length - shown.length })}</p>
      ) : null}
    </section>
  )
}

import { useMutation } from '@tanstack/react-query'
import { Ban, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { looksLikeCoupon } from '#shared/coupon-code.ts'
import type { FailureDetail } from '#shared/result.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { CouponTicket } from './coupon-ticket.tsx'
import type { HeldCoupon } from './coupon-words.ts'
import { useScanner } from './scan/use-scanner.ts'
import { couponKey, useRedeem } from './use-coupons.ts'

type Shown =
  | { readonly coupon: HeldCoupon; readonly failure: null }
  | { readonly coupon: null; readonly failure: FailureDetail }

/**
 * A scanned coupon lies across the top until it is used or put away: what it is, or why it is refused, with when and
 * where it was used. One key uses it.
 */
export const ScannedCoupon = ({
  receiptId,
  customerId,
}: {
  readonly receiptId: number | null
  readonly customerId: number | null
}) => {
  const { t, error } = useWords()
  const [shown, setShown] = useState<Shown | null>(null)
  const redeem = useRedeem(() => setShown(null))
  const look = useMutation({
    mutationFn: (code: string) => api.call('coupons.look', { code, receiptId, customerId }),
    onSuccess: (coupon) => setShown({ coupon, failure: null }),
    onError: (failed) => setShown({ coupon: null, failure: failureOf(failed) }),
  })
  useScanner((code) => {
    if (!looksLikeCoupon(code)) return false
    look.mutate(code)
    return true
  })
  const coupon = shown?.coupon ?? null
  const good = coupon !== null && coupon.refusal === null
  const use = (): void => {
    if (coupon !== null && !redeem.isPending) redeem.mutate({ code: coupon.code, receiptId, customerId })
  }
  useFirstKey(couponKey, shown !== null, good ? use : () => undefined)
  if (shown === null) return null
  const refusal = shown.failure ?? shown.coupon.refusal
  return (
    <section className="scanned" aria-label={t('coupon.scanned')}>
      <div role="status">
        {coupon === null ? null : (
          <CouponTicket coupon={coupon} {...(refusal === null ? {} : { note: error(refusal) })} />
        )}
        {coupon === null && refusal !== null ? (
          <p className="scanned-refusal">
            <Ban size={28} aria-hidden="true" />
            {error(refusal)}
          </p>
        ) : null}
      </div>
      <div className="scanned-actions">
        {good ? (
          <Button
            keepFocus
            look="primary"
            size="large"
            keyCap={couponKey}
            isDisabled={redeem.isPending}
            onPress={use}
          >
            {t('coupon.use')}
          </Button>
        ) : null}
        <Button
          keepFocus
          look="quiet"
          size="large"
          label={t('coupon.putAway')}
          onPress={() => setShown(null)}
        >
          <X size={28} aria-hidden="true" />
        </Button>
      </div>
    </section>
  )
}

/** While it is on, the key is nobody else's: the coupon in hand goes before those of the card. */
const useFirstKey = (key: string, on: boolean, act: () => void): void => {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (!on) return undefined
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== key || event.isComposing || event.repeat) return
      event.preventDefault()
      event.stopImmediatePropagation()
      latest.current()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [key, on])
}

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { benefitWords, type HeldCoupon } from './coupon-words.ts'

/** Uses the coupon in hand, or else the one that the card shows. */
export const couponKey = 'F5'

/** What somebody holds, judged by the receipt at hand. */
export const couponsOf = (customerId: number, receiptId: number | null) =>
  queryOptions({
    queryKey: [...keys.rewards, 'coupons', customerId, receiptId],
    queryFn: () => api.call('coupons.ofCustomer', { customerId, receiptId }),
  })

export const couponKinds = queryOptions({
  queryKey: [...keys.rewards, 'kinds'],
  queryFn: () => api.call('coupons.kinds', {}),
})

export interface Redeeming {
  readonly code: string
  readonly receiptId: number | null
  readonly customerId: number | null
}

/** Using a coupon: done at once, undone by F8. */
export const useRedeem = (onDone?: (coupon: HeldCoupon) => void) => {
  const client = useQueryClient()
  const words = useWords()
  const { show } = useToasts()
  const failed = useFailureToast()
  const again = () => client.invalidateQueries({ queryKey: keys.rewards })
  const undo = useMutation({
    mutationFn: (couponId: number) => api.call('coupons.undoUse', { couponId }),
    onSuccess: () => show({ text: words.t('coupon.undone') }),
    onError: failed,
    onSettled: again,
  })
  return useMutation({
    mutationFn: (use: Redeeming) => api.call('coupons.redeem', use),
    onSuccess: (coupon) => {
      onDone?.(coupon)
      show({
        text: words.t('coupon.used', { name: coupon.terms.name, benefit: benefitWords(words, coupon.terms) }),
        undo: () => undo.mutate(coupon.couponId),
      })
    },
    onError: failed,
    onSettled: again,
  })
}

import { useMutation } from '@tanstack/react-query'
import { looksLikeCoupon } from '#shared/coupon-code.ts'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { useScanner } from '../coupons/scan/use-scanner.ts'

/** A membership card's code: the shop's own, or one with letters that somebody brought. Numbers of phones begin with 0. */
const looksLikeCard = (code: string): boolean => /^(?!0\d*$)[0-9A-Za-z-]{8,40}$/.test(code)

/** A scanned membership card opens its customer, wherever the cursor is. */
export const useCardScans = (open: (customerId: number) => void): void => {
  const { t } = useWords()
  const { show } = useToasts()
  const search = useMutation({
    mutationFn: (query: string) => api.call('customers.search', { query }),
    onSuccess: ([found, ...others]) => {
      if (found !== undefined && others.length === 0) open(found.id)
      else show({ text: t('scan.noCard'), tone: 'bad' })
    },
    onError: useFailureToast(),
  })
  useScanner((code, how) => {
    if (how === 'typed' || looksLikeCoupon(code) || !looksLikeCard(code)) return false
    search.mutate(code)
    return true
  })
}

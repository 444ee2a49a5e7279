import { useMutation, useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { standingWords } from './coupon-words.ts'
import '../../ui/plain-table.css'

const tones = { open: 'green', used: 'plain', withdrawn: 'red', ended: 'plain', 'not-yet': 'gold' } as const
const shown = 50

/** The coupons of a kind that were given lately, and what became of each. */
export const GivenTable = ({ kindId }: { readonly kindId: number }) => {
  const words = useWords()
  const { t, moment } = words
  const now = useNow()
  const { show } = useToasts()
  const given = useQuery({
    queryKey: [...keys.rewards, 'given', kindId],
    queryFn: () => api.call('coupons.ofKind', { kindId, limit: shown }),
  })
  const print = useMutation({
    mutationFn: (couponId: number) => api.call('coupons.print', { couponId }),
    onSuccess: (slip) => show({ text: t(slip === null ? 'coupons.noPrinter' : 'coupons.printed') }),
    onError: useFailureToast(),
  })
  if (given.error !== null) return <FailureNotice failure={failureOf(given.error)} />
  if (given.data === undefined) return <p className="reward-soft">{t('common.loading')}</p>
  if (given.data.length === 0) return <p className="reward-soft">{t('coupons.latest.none')}</p>
  return (
    <table className="plain-table" aria-label={t('coupons.latest')}>
      <thead>
        <tr>
          <th scope="col">{t('coupons.who')}</th>
          <th scope="col">{t('coupons.when')}</th>
          <th scope="col">{t('coupons.state')}</th>
          <th scope="col">
            <span className="hidden-text">{t('coupons.print')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {given.data.map(({ coupon, maskedName }) => (
          <tr key={coupon.couponId}>
            <td>{maskedName === null ? '–' : t('card.honorific', { name: maskedName })}</td>
            <td>{moment(coupon.givenAt, now)}</td>
            <td>
              <Badge tone={tones[coupon.state]}>{t(`coupon.state.${coupon.state}`)}</Badge>{' '}
              <span className="reward-soft">{standingWords(words, coupon, now)}</span>
            </td>
            <td className="plain-end">
              {coupon.state === 'open' || coupon.state === 'not-yet' ? (
                <Button
                  look="quiet"
                  label={t('coupons.print')}
                  isDisabled={print.isPending}
                  onPress={() => print.mutate(coupon.couponId)}
                >
                  <Printer size={20} aria-hidden="true" />
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

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
import { PlainTable } from '../../ui/plain-table.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { standingWords } from './coupon-words.ts'

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
    <PlainTable
      label={t('coupons.latest')}
      columns={[
        { id: 'who', head: t('coupons.who') },
        { id: 'when', head: t('coupons.when') },
        { id: 'state', head: t('coupons.state') },
        { id: 'print', head: t('coupons.print'), quiet: true, end: true },
      ]}
      rows={given.data.map(({ coupon, maskedName }) => ({
        id: coupon.couponId,
        cells: [
          maskedName === null ? '–' : t('card.honorific', { name: maskedName }),
          moment(coupon.givenAt, now),
          <>
            <Badge tone={tones[coupon.state]}>{t(`coupon.state.${coupon.state}`)}</Badge>{' '}
            <span className="reward-soft">{standingWords(words, coupon, now)}</span>
          </>,
          coupon.state === 'open' || coupon.state === 'not-yet' ? (
            <Button
              key="print"
              look="quiet"
              label={t('coupons.print')}
              isDisabled={print.isPending}
              onPress={() => print.mutate(coupon.couponId)}
            >
              <Printer size={20} aria-hidden="true" />
            </Button>
          ) : null,
        ],
      }))}
    />
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { CouponTicket } from './coupon-ticket.tsx'
import type { HeldCoupon } from './coupon-words.ts'
import { couponKinds, couponsOf } from './use-coupons.ts'

/** Something done with a coupon, and what is said of it. */
const useCouponAction = () => {
  const client = useQueryClient()
  const { show } = useToasts()
  return useMutation({
    mutationFn: async ({ run, said }: { run: () => Promise<unknown>; said: string }) => {
      await run()
      return said
    },
    onSuccess: (said) => show({ text: said }),
    onError: useFailureToast(),
    onSettled: () => client.invalidateQueries({ queryKey: keys.rewards }),
  })
}

const Held = ({ coupon }: { readonly coupon: HeldCoupon }) => {
  const { t } = useWords()
  const { mutate, isPending } = useCouponAction()
  const { couponId, state } = coupon
  const unused = state === 'open' || state === 'not-yet'
  return (
    <li>
      <CouponTicket coupon={coupon}>
        {unused ? (
          <div className="ticket-actions">
            <Button
              look="quiet"
              label={t('coupons.print')}
              isDisabled={isPending}
              onPress={() =>
                mutate({ run: () => api.call('coupons.print', { couponId }), said: t('coupons.printed') })
              }
            >
              <Printer size={20} aria-hidden="true" />
            </Button>
            <Button
              look="quiet"
              isDisabled={isPending}
              onPress={() =>
                mutate({
                  run: () => api.call('coupons.withdraw', { couponId }),
                  said: t('personRewards.withdrawn'),
                })
              }
            >
              {t('personRewards.withdraw')}
            </Button>
          </div>
        ) : null}
        {state === 'used' ? (
          <Button
            look="quiet"
            isDisabled={isPending}
            onPress={() =>
              mutate({ run: () => api.call('coupons.undoUse', { couponId }), said: t('coupon.undone') })
            }
          >
            {t('personRewards.undoUse')}
          </Button>
        ) : null}
      </CouponTicket>
    </li>
  )
}

/** The coupons on the customer's page: what they hold, and one more by hand. */
export const PersonCoupons = ({ customerId }: { readonly customerId: number }) => {
  const { t } = useWords()
  const { mutate, isPending } = useCouponAction()
  const [giving, setGiving] = useState(false)
  const kinds = useQuery(couponKinds).data?.filter((kind) => kind.active) ?? []
  const held = useQuery(couponsOf(customerId, null)).data ?? []
  if (kinds.length === 0 && held.length === 0) return null
  return (
    <div className="person-reward">
      {held.length === 0 ? <p className="reward-soft">{t('personRewards.noCoupons')}</p> : null}
      <ul className="person-coupons">
        {held.map((coupon) => (
          <Held key={coupon.couponId} coupon={coupon} />
        ))}
      </ul>
      {giving ? (
        <Select
          label={t('personRewards.giveWhich')}
          value={null}
          options={kinds.map((kind) => ({ value: String(kind.kindId), text: kind.terms.name }))}
          onChange={(kind) => {
            setGiving(false)
            mutate({
              run: () => api.call('coupons.give', { kindId: Number(kind), customerId, print: false }),
              said: t('personRewards.given'),
            })
          }}
        />
      ) : (
        <div className="card-actions">
          <Button isDisabled={isPending || kinds.length === 0} onPress={() => setGiving(true)}>
            {t('personRewards.give')}
          </Button>
        </div>
      )}
    </div>
  )
}

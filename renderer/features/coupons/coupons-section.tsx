import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { EmptyPage } from '../../ui/page-head.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { CouponForm } from './coupon-form.tsx'
import { benefitWords, type CouponKind, conditionWords } from './coupon-words.ts'
import { GiveToGroup } from './give-to-group.tsx'
import { GivenTable } from './given-table.tsx'
import { couponKinds } from './use-coupons.ts'

type Open = 'given' | 'group' | null

const useSwitch = () => {
  const client = useQueryClient()
  const { t } = useWords()
  const { show } = useToasts()
  const change = useMutation({
    mutationFn: (kind: { kindId: number; active: boolean }) => api.call('coupons.setActive', kind),
    onSuccess: (_, kind) => {
      show({
        text: t(kind.active ? 'coupons.switchedOn' : 'coupons.switchedOff'),
        undo: () => change.mutate({ ...kind, active: !kind.active }),
      })
      return client.invalidateQueries({ queryKey: keys.rewards })
    },
    onError: useFailureToast(),
  })
  return change
}

const KindCard = ({ kind, onChange }: { readonly kind: CouponKind; readonly onChange: () => void }) => {
  const words = useWords()
  const { t, won } = words
  const [open, setOpen] = useState<Open>(null)
  const turn = useSwitch()
  const { kindId, active, terms } = kind
  const figures = [
    t('coupons.given', { n: formatNumber(kind.given), count: kind.given }),
    t('coupons.usedOf', { n: formatNumber(kind.used), count: kind.used }),
    ...(kind.worth > 0 ? [t('coupons.worth', { won: won(kind.worth) })] : []),
  ]
  const validity = terms.validDays === null ? [] : [t('coupon.goodFor', { n: terms.validDays })]
  return (
    <li className={active ? 'reward-card' : 'reward-card off'}>
      <div className="reward-card-head">
        <h3>{terms.name}</h3>
        <Badge tone={active ? 'green' : 'plain'}>{t(`coupon.occasion.${terms.occasion}`)}</Badge>
        {active ? null : <Badge>{t('coupons.off')}</Badge>}
        <span className="reward-figures">{figures.join(' · ')}</span>
      </div>
      <p>{[benefitWords(words, terms), ...conditionWords(words, terms), ...validity].join(' · ')}</p>
      <div className="reward-actions">
        <Button onPress={onChange}>{t('rewards.change')}</Button>
        {active ? (
          <Button onPress={() => setOpen(open === 'group' ? null : 'group')}>{t('coupons.giveGroup')}</Button>
        ) : null}
        <Button look="quiet" onPress={() => setOpen(open === 'given' ? null : 'given')}>
          {t('coupons.latest')}
        </Button>
        <Button
          look="quiet"
          isDisabled={turn.isPending}
          onPress={() => turn.mutate({ kindId, active: !active })}
        >
          {t(active ? 'coupons.switchOff' : 'coupons.switchOn')}
        </Button>
      </div>
      {open === 'given' ? <GivenTable kindId={kindId} /> : null}
      {open === 'group' ? <GiveToGroup kindId={kindId} onDone={() => setOpen(null)} /> : null}
    </li>
  )
}

/** Every kind of coupon with what it gives and what became of it. */
export const CouponsSection = () => {
  const { t } = useWords()
  const kinds = useQuery(couponKinds)
  const [editing, setEditing] = useState<CouponKind | 'new' | null>(null)
  if (kinds.error !== null) return <FailureNotice failure={failureOf(kinds.error)} />
  if (kinds.data === undefined) return <p className="reward-soft">{t('common.loading')}</p>
  if (editing !== null)
    return <CouponForm kind={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />
  const add = (
    <Button look="primary" onPress={() => setEditing('new')}>
      <Plus size={20} aria-hidden="true" />
      {t('coupons.new')}
    </Button>
  )
  if (kinds.data.length === 0)
    return (
      <div className="reward-empty">
        <EmptyPage title={t('coupons.none')} hint={t('coupons.noneHint')} />
        {add}
      </div>
    )
  return (
    <>
      <div className="reward-actions">{add}</div>
      <ul className="reward-cards">
        {kinds.data
          .toSorted((a, b) => Number(b.active) - Number(a.active) || b.kindId - a.kindId)
          .map((kind) => (
            <KindCard key={kind.kindId} kind={kind} onChange={() => setEditing(kind)} />
          ))}
      </ul>
    </>
  )
}

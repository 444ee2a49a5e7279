import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { useOpenCustomer } from './open-customer.tsx'

export type Pair = CallOutput<'customers.duplicates'>['pairs'][number]
type Side = Pair['keep']

const SideCard = ({ side, stays }: { readonly side: Side; readonly stays: boolean }) => {
  const { t, won, points, since } = useWords()
  const now = useNow()
  const openCustomer = useOpenCustomer()
  return (
    <div className={stays ? 'pair-side stays' : 'pair-side'}>
      <span className="pair-role">{t(stays ? 'same.keep' : 'same.other')}</span>
      <button
        type="button"
        className="pair-name"
        aria-label={t('same.openPerson', { name: side.name })}
        onClick={() => openCustomer(side.id)}
      >
        {t('card.honorific', { name: side.name })}
      </button>
      <span>{side.maskedPhone ?? t('same.noPhone')}</span>
      <span>{t('same.joined', { date: side.joinedOn })}</span>
      <span className="pair-figures">
        {t('unit.times', { n: side.visits })} · {won(side.spend)} · {points(side.points)}
        {side.lastVisit === null ? '' : ` · ${since(side.lastVisit, now)}`}
      </span>
      {side.memo === '' ? null : <span className="pair-memo">{side.memo}</span>}
    </div>
  )
}

/** Two entries side by side, why they look alike, and the two answers. */
export const PairCard = ({
  pair,
  isDisabled,
  onMerge,
  onNotSame,
}: {
  readonly pair: Pair
  readonly isDisabled: boolean
  readonly onMerge: (kept: Side, gone: Side) => void
  readonly onNotSame: () => void
}) => {
  const { t } = useWords()
  const [swapped, setSwapped] = useState(false)
  const [kept, gone] = swapped ? [pair.other, pair.keep] : [pair.keep, pair.other]
  return (
    <li className="pair">
      <p className="pair-why">
        {pair.because.map((reason) => (
          <Badge key={reason} tone={reason === 'phone' || reason === 'name' ? 'green' : 'plain'}>
            {t(`same.because.${reason}`)}
          </Badge>
        ))}
      </p>
      <div className="pair-sides">
        <SideCard side={kept} stays />
        <Button look="quiet" label={t('same.swap')} onPress={() => setSwapped(!swapped)}>
          <ArrowLeftRight size={22} aria-hidden="true" />
        </Button>
        <SideCard side={gone} stays={false} />
      </div>
      <div className="edit-end">
        <Button look="primary" isDisabled={isDisabled} onPress={() => onMerge(kept, gone)}>
          {t('same.merge')}
        </Button>
        <Button isDisabled={isDisabled} onPress={onNotSame}>
          {t('same.notSame')}
        </Button>
      </div>
    </li>
  )
}

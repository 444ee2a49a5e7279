import { useQuery } from '@tanstack/react-query'
import { Wallet } from 'lucide-react'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { leftText, soldNow, type Usable, untilText } from './prepaid-words.ts'
import { prepaidProducts } from './use-prepaid.ts'
import './prepaid.css'

/** More of them are on the customer's page. */
const shown = 3

/** What the guest of the moment has left, on their card; with the way to sell one where the shop sells any. */
export const PrepaidLine = ({
  usable,
  onSell,
}: {
  readonly usable: readonly Usable[]
  readonly onSell: () => void
}) => {
  const words = useWords()
  const { t } = words
  const sells = soldNow(useQuery(prepaidProducts).data ?? []).length > 0
  if (usable.length === 0 && !sells) return null
  return (
    <div className="prepaid-line">
      <ul aria-label={t('prepaid.title')}>
        {usable.slice(0, shown).map((one) => (
          <li key={one.holdingId}>
            <Wallet size={20} aria-hidden="true" />
            <span>{one.name}</span>
            <strong>{leftText(words, one)}</strong>
            <span className="counter-soft">{untilText(words, one.endsOn)}</span>
            {one.shared ? <Badge>{t('prepaid.shared')}</Badge> : null}
          </li>
        ))}
      </ul>
      {sells ? (
        <Button keepFocus size="large" look="quiet" onPress={onSell}>
          {t('prepaid.sell')}
        </Button>
      ) : null}
    </div>
  )
}

import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import type { UnclearSlip, WaitingSlip } from './use-queue-calls.ts'

/** Which slip: its number, when, what it is, and whether it is a copy. */
export const SlipName = ({ slip }: { readonly slip: WaitingSlip | UnclearSlip }) => {
  const { t, moment } = useWords()
  const now = useNow()
  return (
    <span className="queue-name">
      <strong>{slip.number}</strong>
      <span className="queue-soft">
        {t(`purpose.${slip.purpose}`)} · {moment(slip.at, now)}
      </span>
      {slip.copy === 0 ? null : (
        <Badge tone="gold">
          {t('slips.reprintMark')}
          {slip.copy > 1 ? ` ${slip.copy}` : ''}
        </Badge>
      )}
    </span>
  )
}

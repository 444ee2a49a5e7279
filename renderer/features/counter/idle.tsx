import { UserPlus } from 'lucide-react'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { isOpen } from './receipt-choice.ts'
import type { Counter } from './use-counter.ts'
import { useDevices } from './use-devices.ts'
import { useReminder } from './use-reminder.ts'

/** Nobody is chosen: the page says what the first step is. */
export const Idle = ({
  counter,
  asked,
  onJoin,
}: {
  readonly counter: Counter
  /** Whether somebody is being looked for. */
  readonly asked: boolean
  readonly onJoin: () => void
}) => {
  const { t, points } = useWords()
  const { go } = useNavigation()
  const { ready, pos } = useDevices()
  const { atHand } = counter
  const reminds = useReminder(counter, asked)
  const noPos = ready && pos === 'none' && counter.rows.length === 0
  return (
    <div className="idle">
      <div className="idle-words">
        {atHand !== null && isOpen(atHand) ? (
          <p className="idle-earn">{t('idle.earn', { points: points(atHand.pointsToGive) })}</p>
        ) : (
          <p className="counter-soft">{noPos ? t('idle.noPos') : t('idle.waitReceipt')}</p>
        )}
        <p className={reminds ? 'idle-ask reminds' : 'idle-ask'} role="status">
          {t(reminds ? 'remind.ask' : 'idle.ask')}
        </p>
        <p className="counter-soft">{t(noPos ? 'idle.noPosHint' : 'idle.examples')}</p>
      </div>
      <div className="idle-actions">
        {noPos ? (
          <Button keepFocus size="large" look="primary" onPress={() => go('settings')}>
            {t('idle.connectPos')}
          </Button>
        ) : null}
        <Button keepFocus size="large" keyCap="F6" onPress={onJoin}>
          <UserPlus size={24} aria-hidden="true" />
          {t('idle.newCustomer')}
        </Button>
      </div>
    </div>
  )
}

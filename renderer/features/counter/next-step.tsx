import type { CallOutput } from '#shared/contract/index.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { isOpen } from './receipt-choice.ts'
import type { Counter } from './use-counter.ts'

/** The largest thing on the screen is what comes next. */
export const NextStep = ({
  counter,
  at,
  hasPrepaid,
}: {
  readonly counter: Counter
  /** What the guest would get and could use; undefined while it is being asked. */
  readonly at: CallOutput<'points.atCounter'> | undefined
  /** Something prepaid is left that can be used. */
  readonly hasPrepaid: boolean
}) => {
  const { t, signedPoints } = useWords()
  const { atHand, canPrint, busy } = counter
  const open = atHand !== null && isOpen(atHand)
  return (
    <div className="next-step">
      <Button
        keepFocus
        look="primary"
        size="large"
        className="next-main"
        isDisabled={busy}
        onPress={() => counter.give(true)}
      >
        <KeyCap>Enter</KeyCap>
        <span>
          {busy
            ? t('action.working')
            : open
              ? t(canPrint ? 'action.attach' : 'action.attachPlain')
              : t('action.takeNext')}
        </span>
        {open && !busy ? <strong>{signedPoints(at?.gives ?? atHand.pointsToGive)}</strong> : null}
      </Button>
      <div className="next-others">
        {at !== undefined && at.usable > 0 ? (
          <Button
            keepFocus
            size="large"
            keyCap="F2"
            isDisabled={busy}
            onPress={() => counter.setUsing('points')}
          >
            {t('use.open')}
          </Button>
        ) : null}
        {hasPrepaid ? (
          <Button
            keepFocus
            size="large"
            keyCap="F5"
            isDisabled={busy}
            onPress={() => counter.setUsing('prepaid')}
          >
            {t('prepaid.use')}
          </Button>
        ) : null}
        {open && canPrint ? (
          <Button keepFocus size="large" keyCap="F3" isDisabled={busy} onPress={() => counter.give(false)}>
            {t('action.attachNoSlip')}
          </Button>
        ) : null}
        {open ? (
          <Button keepFocus size="large" keyCap="F4" isDisabled={busy} onPress={counter.waitForNext}>
            {t('action.takeNextShort')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

import { useEffect, useId, useRef, useState } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { useUsing } from './use-points.ts'

type AtCounter = CallOutput<'points.atCounter'>

const quick = [1_000, 3_000, 5_000, 10_000]

/** How much is suggested: no more than there is to pay. */
const suggested = (usable: number, toPay: number | null): number =>
  toPay === null ? usable : Math.min(usable, toPay)

/** Points are used like money: at once, in any part. Takes the place of the next step while it is open. */
export const PointsForm = ({
  customerId,
  name,
  receiptId,
  at,
  toPay,
  onClose,
}: {
  readonly customerId: number
  readonly name: string
  /** The receipt that they go with, where it is the guest's already. */
  readonly receiptId: number | null
  readonly at: AtCounter
  /** What the receipt at hand comes to; null before it is there. */
  readonly toPay: number | null
  readonly onClose: () => void
}) => {
  const { t, points, won } = useWords()
  const field = useId()
  const [typed, setTyped] = useState(String(suggested(at.usable, toPay)))
  const using = useUsing(onClose)
  const input = useRef<HTMLInputElement>(null)
  // Opened by a key: the next key is a figure.
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const wanted = Number(typed)
  const wrong =
    wanted > at.usable
      ? t('use.tooMany', { points: points(at.usable) })
      : wanted < at.least
        ? t('use.least', { points: points(at.least) })
        : null
  const ready = wanted > 0 && wrong === null && !using.isPending
  const go = (): void => {
    if (ready) using.mutate({ customerId, points: wanted, receiptId, name })
  }
  const amounts = quick.filter((amount) => amount < at.usable && amount >= at.least).slice(-3)
  return (
    <form
      className="points-form"
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <div className="points-form-head">
        <label htmlFor={field} className="points-form-label">
          {t('use.label')}
        </label>
        <span className="counter-soft">
          {t('use.usable', { points: points(at.usable) })}
          {at.shared > 0 ? ` · ${t('use.shared', { points: points(at.shared) })}` : ''}
        </span>
      </div>
      <div className="points-form-row">
        <input
          id={field}
          className="points-form-input"
          inputMode="numeric"
          autoComplete="off"
          ref={input}
          value={typed}
          aria-invalid={wrong !== null}
          aria-describedby={`${field}-note`}
          onChange={(event) => setTyped(event.target.value.replace(/\D/g, '').slice(0, 8))}
        />
        {amounts.map((amount) => (
          <Button key={amount} size="large" keepFocus onPress={() => setTyped(String(amount))}>
            {points(amount)}
          </Button>
        ))}
        <Button size="large" keepFocus onPress={() => setTyped(String(at.usable))}>
          {t('use.all', { points: points(at.usable) })}
        </Button>
      </div>
      <p id={`${field}-note`} className={wrong === null ? 'counter-soft' : 'points-form-wrong'} role="status">
        {wrong ?? t(receiptId === null ? 'use.hint' : 'use.hintWith', { won: won(wanted) })}
      </p>
      <div className="next-others">
        <Button type="submit" look="primary" size="large" className="points-form-go" isDisabled={!ready}>
          <KeyCap>Enter</KeyCap>
          {t('use.go', { points: points(wanted) })}
        </Button>
        <Button size="large" look="quiet" keyCap="Esc" onPress={onClose}>
          {t('use.back')}
        </Button>
      </div>
    </form>
  )
}

import { Minus, Plus } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { Pick } from './pick.tsx'
import { amountText, leftText, type Usable, untilText } from './prepaid-words.ts'
import { useUsing } from './use-prepaid.ts'

/** How much is suggested: once, or no more money than there is to pay. */
const suggested = ({ unit, left }: Usable, toPay: number | null): number =>
  unit === 'times' ? 1 : Math.min(left, toPay ?? left)

export interface PrepaidUseProps {
  readonly customerId: number
  readonly name: string
  /** The receipt that it goes with, where it is the guest's already. */
  readonly receiptId: number | null
  readonly usable: readonly Usable[]
  /** What the receipt at hand comes to; null before it is there. */
  readonly toPay: number | null
  readonly canPrint: boolean
  readonly onClose: () => void
}

/** One key opens it, Enter uses: what fits the receipt is chosen already. Takes the place of the next step meanwhile. */
export const PrepaidUseForm = (props: PrepaidUseProps) => {
  const { customerId, name, receiptId, usable, toPay, canPrint, onClose } = props
  const words = useWords()
  const { t } = words
  const field = useId()
  const [chosen, setChosen] = useState(usable[0]?.holdingId ?? 0)
  const one = usable.find(({ holdingId }) => holdingId === chosen) ?? usable[0]
  const [typed, setTyped] = useState<string | null>(null)
  const using = useUsing(onClose)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  if (one === undefined) return null
  const count = typed === null ? suggested(one, toPay) : Number(typed)
  const notes = (each: Usable): string => `${leftText(words, each)} · ${untilText(words, each.endsOn)}`
  const amount = (of: number): string => amountText(words, one.unit, of)
  const tooMany = count > one.left
  const ready = count > 0 && !tooMany && !using.isPending
  const go = (): void => {
    if (!ready) return
    const { holdingId, name: what, unit } = one
    // Without a receipt nobody prints a slip later on.
    using.mutate({
      customerId,
      name,
      holdingId,
      what,
      unit,
      count,
      receiptId,
      print: canPrint && toPay === null,
    })
  }
  const pick = (id: number): void => {
    setChosen(id)
    setTyped(null)
  }
  return (
    <form
      className="points-form prepaid-form"
      aria-label={t('prepaidUse.title')}
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      {usable.length === 1 ? (
        <p className="points-form-head">
          <strong>{one.name}</strong>
          <span className="counter-soft">{notes(one)}</span>
        </p>
      ) : (
        <Pick
          label={t('prepaidUse.which')}
          value={one.holdingId}
          options={usable.map((each) => ({ id: each.holdingId, name: each.name, note: notes(each) }))}
          onChange={pick}
        />
      )}
      <div className="points-form-row prepaid-count">
        <label htmlFor={field} className="points-form-label">
          {t(one.unit === 'won' ? 'prepaidUse.amount' : 'prepaidUse.times')}
        </label>
        {one.unit === 'times' ? (
          <Button
            size="large"
            keepFocus
            label={t('prepaidUse.less')}
            isDisabled={count <= 1}
            onPress={() => setTyped(String(count - 1))}
          >
            <Minus size={24} aria-hidden="true" />
          </Button>
        ) : null}
        <input
          id={field}
          className="points-form-input"
          inputMode="numeric"
          autoComplete="off"
          ref={input}
          value={typed ?? String(suggested(one, toPay))}
          aria-invalid={tooMany}
          aria-describedby={`${field}-note`}
          onChange={(event) => setTyped(event.target.value.replace(/\D/g, '').slice(0, 9))}
        />
        {one.unit === 'times' ? (
          <Button
            size="large"
            keepFocus
            label={t('prepaidUse.more')}
            isDisabled={count >= one.left}
            onPress={() => setTyped(String(count + 1))}
          >
            <Plus size={24} aria-hidden="true" />
          </Button>
        ) : (
          <Button size="large" keepFocus onPress={() => setTyped(String(one.left))}>
            {t('prepaidUse.all', { amount: amount(one.left) })}
          </Button>
        )}
        <p id={`${field}-note`} className={tooMany ? 'points-form-wrong' : 'counter-soft'} role="status">
          {tooMany
            ? t('prepaidUse.tooMany', { amount: amount(one.left) })
            : count === one.left
              ? t('prepaidUse.afterNone')
              : t('prepaidUse.after', { amount: amount(one.left - count) })}{' '}
          {toPay === null ? '' : t(receiptId === null ? 'prepaidUse.withNext' : 'prepaidUse.withReceipt')}
        </p>
      </div>
      <div className="next-others">
        <Button type="submit" look="primary" size="large" className="points-form-go" isDisabled={!ready}>
          <KeyCap>Enter</KeyCap>
          {t('prepaidUse.go', { amount: amount(count) })}
        </Button>
        <Button size="large" look="quiet" keyCap="Esc" onPress={onClose}>
          {t('use.back')}
        </Button>
      </div>
    </form>
  )
}

import { useState } from 'react'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { entryKindWord } from './entry-words.ts'
import { ExtendForm } from './extend-form.tsx'
import { amountText, type Holding, leftText, untilText } from './prepaid-words.ts'
import { TakeBackForm } from './take-back-form.tsx'

const tones = {
  open: 'green',
  'used-up': 'plain',
  ended: 'red',
  'given-back': 'plain',
  void: 'plain',
} as const

type Entry = Holding['entries'][number]

const EntryLine = ({
  holding,
  entry,
  onTakeBack,
}: {
  readonly holding: Holding
  readonly entry: Entry
  readonly onTakeBack: () => void
}) => {
  const words = useWords()
  const { t, won, moment } = words
  const now = useNow()
  const sign = entry.count > 0 ? '+' : '−'
  const what =
    entry.kind === 'give-back' || entry.kind === 'keep'
      ? won(Math.abs(entry.money))
      : entry.count === 0
        ? ''
        : `${sign}${amountText(words, holding.unit, Math.abs(entry.count))}`
  return (
    <li>
      <span>
        {t(entryKindWord(entry.kind))}
        <small>
          {moment(entry.at, now)}
          {entry.reason === null ? '' : ` · ${entry.reason}`}
        </small>
      </span>
      <strong>{what}</strong>
      {entry.canTakeBack ? (
        <Button look="quiet" onPress={onTakeBack}>
          {t('personPrepaid.takeBack')}
        </Button>
      ) : null}
    </li>
  )
}

/** One that was sold: what is left until when, what became of it, and what can be done. */
export const HoldingCard = ({
  customerId,
  holding,
  onGiveBack,
}: {
  readonly customerId: number
  readonly holding: Holding
  readonly onGiveBack: () => void
}) => {
  const words = useWords()
  const { t, won } = words
  const [asking, setAsking] = useState<'extend' | number | null>(null)
  const close = (): void => setAsking(null)
  const { unit, left, paid, bonus, bonusLeft, state, endsOn } = holding
  const open = state === 'open' || state === 'ended'
  return (
    <li className="holding">
      <div className="holding-head">
        <h3>{holding.name}</h3>
        <Badge tone={tones[state]}>{t(`personPrepaid.state.${state}`)}</Badge>
      </div>
      {state === 'open' ? (
        <p className="holding-left">
          <strong>{leftText(words, { unit, left, of: paid + bonus })}</strong>
          {bonusLeft === 0 ? null : (
            <span className="person-points-soft">
              {t('prepaid.withBonus', { amount: amountText(words, unit, bonusLeft) })}
            </span>
          )}
        </p>
      ) : null}
      <p className="person-points-soft holding-days">
        <span>{t('personPrepaid.bought', { date: holding.startsOn, won: won(holding.price) })}</span>
        {open ? <span>{untilText(words, endsOn)}</span> : null}
      </p>
      {holding.short ? <Notice tone="warn">{t('personPrepaid.short')}</Notice> : null}
      {open ? (
        <div className="person-points-actions">
          <Button onPress={onGiveBack}>{t('giveBack.open')}</Button>
          {endsOn === null ? null : (
            <Button look="quiet" onPress={() => setAsking(asking === 'extend' ? null : 'extend')}>
              {t('personPrepaid.extend')}
            </Button>
          )}
        </div>
      ) : null}
      {asking === 'extend' ? (
        <ExtendForm customerId={customerId} holding={holding} onDone={close} />
      ) : typeof asking === 'number' ? (
        <TakeBackForm customerId={customerId} entryId={asking} onDone={close} />
      ) : null}
      <details className="person-entries">
        <summary>{t('personPrepaid.entries', { n: holding.entries.length })}</summary>
        <ul>
          {holding.entries.map((entry) => (
            <EntryLine
              key={entry.id}
              holding={holding}
              entry={entry}
              onTakeBack={() => setAsking(entry.id)}
            />
          ))}
        </ul>
      </details>
    </li>
  )
}

import { useQuery } from '@tanstack/react-query'
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
import { couponKinds } from '../coupons/use-coupons.ts'
import { StampForm } from './stamp-form.tsx'
import { type StampCardRules, type StampRule, stampSentence } from './stamp-words.ts'

interface Editing {
  readonly cardId: number | null
  readonly rule: StampRule | null
}

const tones = { now: 'green', 'to-come': 'gold', past: 'plain' } as const

const CardRules = ({
  card,
  onChange,
}: {
  readonly card: StampCardRules
  readonly onChange: (rule: StampRule | null) => void
}) => {
  const words = useWords()
  const { t } = words
  const kinds = useQuery(couponKinds).data ?? []
  const now = card.rules.find((rule) => rule.state === 'now') ?? null
  const shown = now ?? card.rules.at(-1) ?? null
  const others = card.rules.filter((rule) => rule !== shown).toReversed()
  if (shown === null) return null
  const line = (rule: StampRule) => (
    <>
      <Badge tone={tones[rule.state]}>{t(`rewards.state.${rule.state}`)}</Badge>
      {stampSentence(words, rule, kinds)}
      <span className="reward-soft">{t('rewards.since', { date: rule.fromDate })}</span>
    </>
  )
  const toCome = others.filter((rule) => rule.state === 'to-come')
  const past = others.filter((rule) => rule.state === 'past')
  return (
    <li className="reward-card">
      <div className="reward-card-head">
        <h3>{shown.name}</h3>
        <span className="reward-figures">
          {t('stamps.people', { n: formatNumber(card.people), count: card.people })}
        </span>
      </div>
      {[shown, ...toCome].map((rule) => (
        <p key={rule.id} className="rule-line">
          {line(rule)}
        </p>
      ))}
      {past.length === 0 ? null : (
        <details>
          <summary>{t('rewards.history')}</summary>
          <ul>
            {past.map((rule) => (
              <li key={rule.id} className="rule-line">
                {line(rule)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="reward-actions">
        <Button onPress={() => onChange(shown)}>{t('rewards.change')}</Button>
      </div>
    </li>
  )
}

/** Every stamp card with its rule in a sentence. */
export const StampsSection = () => {
  const { t } = useWords()
  const cards = useQuery({
    queryKey: [...keys.rewards, 'cards'],
    queryFn: () => api.call('stamps.cards', {}),
  })
  const [editing, setEditing] = useState<Editing | null>(null)
  if (cards.error !== null) return <FailureNotice failure={failureOf(cards.error)} />
  if (cards.data === undefined) return <p className="reward-soft">{t('common.loading')}</p>
  if (editing !== null) return <StampForm {...editing} onDone={() => setEditing(null)} />
  const add = (
    <Button look="primary" onPress={() => setEditing({ cardId: null, rule: null })}>
      <Plus size={20} aria-hidden="true" />
      {t('stamps.new')}
    </Button>
  )
  if (cards.data.length === 0)
    return (
      <div className="reward-empty">
        <EmptyPage title={t('stamps.none')} hint={t('stamps.noneHint')} />
        {add}
      </div>
    )
  return (
    <>
      <div className="reward-actions">{add}</div>
      <ul className="reward-cards">
        {cards.data.map((card) => (
          <CardRules
            key={card.cardId}
            card={card}
            onChange={(rule) => setEditing({ cardId: card.cardId, rule })}
          />
        ))}
      </ul>
    </>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { ReminderCard } from './reminder-card.tsx'
import { RuleForm } from './rule-form.tsx'
import { type Choices, type ListedRule, mainSentence, ruleSentences } from './rule-words.ts'

const RuleCard = ({
  rule,
  choices,
  onWithdraw,
}: {
  readonly rule: ListedRule
  readonly choices: Choices | undefined
  readonly onWithdraw?: () => void
}) => {
  const words = useWords()
  const { t } = words
  const first = rule.fromDate < '1000-01-01'
  return (
    <article className={`reward-card rule-card ${rule.state === 'holds' ? '' : 'off'}`}>
      <header className="reward-card-head">
        <h3>{mainSentence(words, rule)}</h3>
        <Badge tone={rule.state === 'holds' ? 'green' : rule.state === 'ahead' ? 'gold' : 'plain'}>
          {t(`rules.state.${rule.state}`)}
        </Badge>
        <span className="reward-figures">
          {first ? t('rules.always') : t('rules.from', { date: rule.fromDate })}
        </span>
      </header>
      <ul className="rule-sentences">
        {ruleSentences(words, rule, choices).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {onWithdraw === undefined ? null : (
        <div className="reward-actions">
          <Button onPress={onWithdraw}>{t('rules.withdraw')}</Button>
        </div>
      )}
    </article>
  )
}

/** The rule that holds, what is to come and what was; a new one is tried before it is made. */
export const RulesSection = () => {
  const { t } = useWords()
  const client = useQueryClient()
  const { show } = useToasts()
  const [making, setMaking] = useState(false)
  const rules = useQuery({ queryKey: keys.rules, queryFn: () => api.call('points.rules', {}) })
  const choices = useQuery({
    queryKey: keys.ruleChoices,
    queryFn: () => api.call('points.ruleChoices', {}),
  }).data
  const withdraw = useMutation({
    mutationFn: (ruleId: number) => api.call('points.withdrawRule', { ruleId }),
    onSuccess: async () => {
      show({ text: t('rules.withdrawn') })
      await client.invalidateQueries({ queryKey: keys.rules })
    },
    onError: useFailureToast(),
  })
  if (rules.error !== null) return <FailureNotice failure={failureOf(rules.error)} />
  if (rules.data === undefined) return <p>{t('common.loading')}</p>
  const holding = rules.data.find(({ state }) => state === 'holds')
  const ahead = rules.data.filter(({ state }) => state === 'ahead')
  const older = rules.data.filter(({ state }) => state === 'past' || state === 'withdrawn')
  if (making && holding !== undefined && choices !== undefined)
    return <RuleForm from={holding} choices={choices} onClose={() => setMaking(false)} />
  return (
    <>
      {holding === undefined ? null : <RuleCard rule={holding} choices={choices} />}
      {ahead.length === 0 ? null : (
        <>
          <h2 className="rules-heading">{t('rules.ahead')}</h2>
          {ahead.map((rule) => (
            <RuleCard
              key={rule.id}
              rule={rule}
              choices={choices}
              onWithdraw={() => withdraw.mutate(rule.id)}
            />
          ))}
        </>
      )}
      <div className="rules-make">
        <Button look="primary" onPress={() => setMaking(true)}>
          {t('rules.make')}
        </Button>
        <p className="reward-soft">{t('rules.makeHint')}</p>
      </div>
      {older.length === 0 ? null : (
        <details className="rules-older">
          <summary>{t('rules.older', { n: older.length })}</summary>
          <div className="reward-cards">
            {older.map((rule) => (
              <RuleCard key={rule.id} rule={rule} choices={choices} />
            ))}
          </div>
        </details>
      )}
      <ReminderCard />
    </>
  )
}

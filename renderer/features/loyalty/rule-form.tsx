import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { businessDate } from '#shared/dates.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { keys } from '../../api/keys.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { Choice } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { NumberField } from '../rewards/number-field.tsx'
import { draftOf, goodPercent, goodPerWon, goodPoints, type RuleDraft, ruleOf } from './rule-draft.ts'
import { RuleMore } from './rule-more.tsx'
import type { Choices, ListedRule } from './rule-words.ts'
import { TriedRule } from './tried-rule.tsx'

const ways = ['percent', 'amount'] as const
const lifetimes = [6, 12, 24, 36, 60]

/** A new rule from a day on: written, tried on the past year, then made. */
export const RuleForm = ({
  from,
  choices,
  onClose,
}: {
  readonly from: ListedRule
  readonly choices: Choices
  readonly onClose: () => void
}) => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const today = businessDate(useNow())
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(from, today))
  const change = (part: Partial<RuleDraft>): void => {
    setDraft({ ...draft, ...part })
    tryOn.reset()
  }
  const rule = ruleOf(draft, today)
  const tryOn = useMutation({
    mutationFn: (proposed: NonNullable<typeof rule>) => api.call('points.tryRule', proposed),
  })
  const save = useMutation({
    mutationFn: (proposed: NonNullable<typeof rule>) => api.call('points.makeRule', proposed),
    onSuccess: async () => {
      show({ text: t('rules.made', { date: draft.fromDate }) })
      for (const queryKey of [keys.rules, keys.allPoints, keys.receipts])
        await client.invalidateQueries({ queryKey })
      onClose()
    },
    onError: useFailureToast(),
  })
  const months = [
    ...new Set([...lifetimes, ...(draft.lifetimeMonths === null ? [] : [draft.lifetimeMonths])]),
  ]
  return (
    <form
      className="reward-form"
      aria-label={t('newRule.title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (rule !== null) tryOn.mutate(rule)
      }}
    >
      <h2>{t('newRule.title')}</h2>
      <div className="reward-fields">
        <Choice
          label={t('newRule.way')}
          value={draft.way}
          options={ways.map((value) => ({ value, text: t(`newRule.way.${value}`) }))}
          onChange={(way) => change({ way, tiers: {}, methods: {} })}
        />
        {draft.way === 'percent' ? (
          <TextField
            label={t('newRule.rate')}
            value={draft.percent}
            onChange={(percent) => change({ percent })}
            inputMode="numeric"
            maxLength={6}
            error={goodPercent(draft.percent) ? null : t('newRule.rateWrong')}
          />
        ) : (
          <div className="rule-pair">
            <NumberField
              label={t('newRule.perWon')}
              value={draft.perWon}
              onChange={(perWon) => change({ perWon })}
              error={goodPerWon(draft.perWon) ? null : t('newRule.wrong')}
            />
            <NumberField
              label={t('newRule.points')}
              value={draft.points}
              onChange={(points) => change({ points })}
              error={goodPoints(draft.points) ? null : t('newRule.wrong')}
            />
          </div>
        )}
        <DateField
          label={t('newRule.fromDate')}
          value={draft.fromDate}
          min={today}
          onChange={(fromDate) => change({ fromDate })}
          error={draft.fromDate >= today ? null : t('newRule.fromDateWrong')}
        />
        <Select
          label={t('newRule.lifetime')}
          value={String(draft.lifetimeMonths ?? 0)}
          options={[
            ...months
              .sort((a, b) => a - b)
              .map((n) => ({ value: String(n), text: t('newRule.lifetime.months', { n }) })),
            { value: '0', text: t('newRule.lifetime.none') },
          ]}
          onChange={(value) => change({ lifetimeMonths: value === '0' ? null : Number(value) })}
        />
        <NumberField
          label={t('newRule.least')}
          value={draft.leastSpend}
          onChange={(leastSpend) => change({ leastSpend })}
          note={t('newRule.leastNote')}
        />
        <div className="rule-carries">
          <Check isSelected={draft.carries} onChange={(carries) => change({ carries })}>
            {t('newRule.carries')}
          </Check>
        </div>
      </div>
      <RuleMore draft={draft} choices={choices} onChange={change} />
      <div className="reward-actions">
        <Button type="submit" isDisabled={rule === null || tryOn.isPending}>
          {t(tryOn.isPending ? 'newRule.trying' : 'newRule.try')}
        </Button>
        <Button
          look="primary"
          isDisabled={rule === null || save.isPending}
          onPress={() => {
            if (rule !== null) save.mutate(rule)
          }}
        >
          {t('newRule.save')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('rules.cancel')}
        </Button>
      </div>
      {tryOn.error === null ? null : <FailureNotice failure={failureOf(tryOn.error)} />}
      {tryOn.data === undefined ? null : <TriedRule tried={tryOn.data} />}
    </form>
  )
}

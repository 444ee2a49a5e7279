import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { formatNumber } from '#shared/won.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords, type Words } from '../../app/words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { EmptyPage } from '../../ui/page-head.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { TierForm } from './tier-form.tsx'
import { type TierPlan, tierPlans } from './use-tiers.ts'

/** The plan in one sentence. */
const planSentence = ({ t }: Words, plan: TierPlan): string => {
  const params = {
    measure: t(`tiers.measure.${plan.measure}`),
    window:
      plan.windowMonths === null ? t('tiers.window.all') : t('tiers.window.months', { n: plan.windowMonths }),
  }
  return plan.graceDays === 0 || plan.windowMonths === null
    ? t('tiers.saysNow', params)
    : t('tiers.says', { ...params, grace: t('tiers.grace.days', { n: plan.graceDays }) })
}

const needOf = ({ t, won }: Words, plan: TierPlan, need: number): string =>
  plan.measure === 'spend'
    ? t('tiers.needs.spend', { won: won(need) })
    : t('tiers.needs.visits', { n: formatNumber(need), count: need })

const tones = { now: 'green', 'to-come': 'gold', past: 'plain' } as const

const PlanCard = ({
  plan,
  people,
}: {
  readonly plan: TierPlan
  /** Null: not of this plan. */
  readonly people: ReadonlyMap<number, number> | null
}) => {
  const words = useWords()
  const { t } = words
  return (
    <li className="reward-card">
      <p className="rule-line">
        <Badge tone={tones[plan.state]}>{t(`rewards.state.${plan.state}`)}</Badge>
        {planSentence(words, plan)}
        <span className="reward-soft">{t('rewards.since', { date: plan.fromDate })}</span>
      </p>
      <PlainTable
        columns={[
          { id: 'level', head: t('tiers.level') },
          { id: 'need', head: t('tiers.needHead') },
          ...(people === null ? [] : [{ id: 'people', head: t('tiers.peopleHead'), end: true }]),
        ]}
        rows={plan.levels.toReversed().map((level) => {
          const count = people?.get(level.tierId) ?? 0
          return {
            id: level.tierId,
            cells: [
              level.name,
              needOf(words, plan, level.need),
              count === 0 ? '–' : t('tiers.people', { n: formatNumber(count), count }),
            ],
          }
        })}
      />
    </li>
  )
}

/** The plan in force, what is to come, and what was. */
export const TiersSection = () => {
  const { t } = useWords()
  const plans = useQuery(tierPlans)
  const [editing, setEditing] = useState(false)
  if (plans.error !== null) return <FailureNotice failure={failureOf(plans.error)} />
  if (plans.data === undefined) return <p className="reward-soft">{t('common.loading')}</p>
  const all = plans.data.plans
  const now = all.find((plan) => plan.state === 'now') ?? null
  if (editing) return <TierForm plan={now ?? all.at(-1) ?? null} onDone={() => setEditing(false)} />
  if (all.length === 0)
    return (
      <div className="reward-empty">
        <EmptyPage title={t('tiers.none')} hint={t('tiers.noneHint')} />
        <Button look="primary" onPress={() => setEditing(true)}>
          <Plus size={20} aria-hidden="true" />
          {t('tiers.new')}
        </Button>
      </div>
    )
  const people = new Map(plans.data.people.map((row) => [row.tierId, row.people]))
  const past = all.filter((plan) => plan.state === 'past').toReversed()
  return (
    <>
      <div className="reward-actions">
        <Button look="primary" onPress={() => setEditing(true)}>
          {t('tiers.title.change')}
        </Button>
      </div>
      <ul className="reward-cards">
        {now === null ? null : <PlanCard plan={now} people={people} />}
        {all
          .filter((plan) => plan.state === 'to-come')
          .map((plan) => (
            <PlanCard key={plan.id} plan={plan} people={null} />
          ))}
      </ul>
      {past.length === 0 ? null : (
        <details className="reward-past">
          <summary>{t('rewards.history')}</summary>
          <ul className="reward-cards">
            {past.map((plan) => (
              <PlanCard key={plan.id} plan={plan} people={null} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

import { addDays, type BusinessDate } from '#shared/dates.ts'
import { type BoughtDay, type History, historyOf } from './history.ts'
import { levelFor, planOn, rankIn, type TierPlan } from './plan.ts'

/** Set by hand: the latest one whose day has come counts, until its last day. Without a tier it ends the one before. */
export interface HandSet {
  readonly tierId: number | null
  readonly fromDate: BusinessDate
  readonly untilDate: BusinessDate | null
}

export interface TierFacts {
  readonly days: readonly BoughtDay[]
  readonly plans: readonly TierPlan[]
  /** In the order in which they were set. */
  readonly sets: readonly HandSet[]
}

export interface Standing {
  readonly tierId: number | null
  /** Won or visits that count today. */
  readonly counted: number
  /** The tier above and what is missing to it; null at the top. */
  readonly next: { readonly tierId: number; readonly missing: number } | null
  /** The last day of the present tier if nothing is bought, and what keeps it; 0 missing: it was set by hand. */
  readonly keep: { readonly until: BusinessDate; readonly missing: number } | null
  /** Null where it was earned. */
  readonly byHand: { readonly until: BusinessDate | null } | null
  /** The day on which the tier becomes another one by itself. */
  readonly nextOn: BusinessDate | null
}

export interface TierChange {
  readonly date: BusinessDate
  readonly before: number | null
  readonly after: number | null
  readonly cause: 'reached' | 'fell' | 'set' | 'ended' | 'plan'
  readonly counted: number
}

/** Where somebody stands on a day: nothing but their history, the plans, what was set by hand, and the day. */
export const standingOn = (facts: TierFacts, asOf: BusinessDate): Standing => {
  const view = viewOf(facts)
  const tierId = view.tierOn(asOf)
  const plan = planOn(facts.plans, asOf)
  const nextOn = view.moments.find((date) => date > asOf && view.tierOn(date) !== tierId) ?? null
  const hand = handOn(facts.sets, asOf)
  const byHand = hand !== null && hand.tierId === tierId && view.earnedOn(asOf) !== tierId
  if (plan === null)
    return { tierId, counted: 0, next: null, keep: null, byHand: byHand ? until(hand) : null, nextOn }
  const counted = view.history.counted(plan, asOf)
  const rank = rankIn(plan, tierId)
  const above = plan.levels[rank + 1]
  return {
    tierId,
    counted,
    next: above === undefined ? null : { tierId: above.tierId, missing: Math.max(0, above.need - counted) },
    keep: nextOn === null ? null : keeping(view, facts, nextOn, tierId, byHand),
    byHand: byHand ? until(hand) : null,
    nextOn,
  }
}

/** Every change of tier after one day and up to another, in order; what a daily run has missed is told here. */
export const changesBetween = (facts: TierFacts, after: BusinessDate, upTo: BusinessDate): TierChange[] => {
  const view = viewOf(facts)
  const changes: TierChange[] = []
  let before = view.tierOn(after)
  for (const date of view.moments) {
    if (date <= after || date > upTo) continue
    const now = view.tierOn(date)
    if (now === before) continue
    const plan = planOn(facts.plans, date)
    changes.push({
      date,
      before,
      after: now,
      cause: causeOf(view, facts, date, before, now),
      counted: plan === null ? 0 : view.history.counted(plan, date),
    })
    before = now
  }
  return changes
}

interface View {
  readonly history: History
  /** Days on which anything may change, in order. */
  readonly moments: readonly BusinessDate[]
  tierOn(date: BusinessDate): number | null
  earnedOn(date: BusinessDate): number | null
}

/** From this day on these purchases give this tier. */
interface Step {
  readonly date: BusinessDate
  readonly tierId: number | null
}

const viewOf = (facts: TierFacts): View => {
  const { plans, sets } = facts
  const history = historyOf(facts.days)
  const steps = stepsOf(history, plans)
  const earnedOn = (date: BusinessDate): number | null => {
    const plan = planOn(plans, date)
    if (plan === null) return null
    const since = addDays(date, -plan.graceDays)
    const begins = steps.findLastIndex((step) => step.date <= since)
    let best = -1
    for (const step of steps.slice(Math.max(0, begins))) {
      if (step.date > date) break
      best = Math.max(best, rankIn(plan, step.tierId))
    }
    return plan.levels[best]?.tierId ?? null
  }
  const tierOn = (date: BusinessDate): number | null => {
    const hand = handOn(sets, date)
    const plan = planOn(plans, date)
    if (plan === null) return hand?.tierId ?? null
    const earned = earnedOn(date)
    const set = hand?.tierId ?? null
    return rankIn(plan, set) > rankIn(plan, earned) ? set : earned
  }
  const graces = new Set(plans.map((plan) => plan.graceDays))
  const moments = [
    ...steps.flatMap((step) => [step.date, ...Array.from(graces, (days) => addDays(step.date, days))]),
    ...plans.map((plan) => plan.fromDate),
    ...sets.flatMap((set) => [set.fromDate, ...(set.untilDate === null ? [] : [addDays(set.untilDate, 1)])]),
  ]
  return { history, moments: [...new Set(moments)].sort(), tierOn, earnedOn }
}

/** Only where it becomes another tier: a regular of years has a handful of these. */
const stepsOf = (history: History, plans: readonly TierPlan[]): Step[] => {
  const windows = new Set(plans.flatMap((plan) => (plan.windowMonths === null ? [] : [plan.windowMonths])))
  const dates = [
    ...plans.map((plan) => plan.fromDate),
    ...history.days.map((day) => day.date),
    ...Array.from(windows).flatMap((months) => history.endsAfter(months)),
  ]
  const steps: Step[] = []
  for (const date of [...new Set(dates)].sort()) {
    const plan = planOn(plans, date)
    const tierId = plan === null ? null : (levelFor(plan, history.counted(plan, date))?.tierId ?? null)
    if (tierId !== (steps.at(-1)?.tierId ?? null)) steps.push({ date, tierId })
  }
  return steps
}

const handOn = (sets: readonly HandSet[], date: BusinessDate): HandSet | null => {
  const set = sets.findLast((one) => one.fromDate <= date)
  if (set === undefined || set.tierId === null) return null
  return set.untilDate === null || date <= set.untilDate ? set : null
}

const until = (set: HandSet): { until: BusinessDate | null } => ({ until: set.untilDate })

const keeping = (
  view: View,
  facts: TierFacts,
  nextOn: BusinessDate,
  tierId: number | null,
  byHand: boolean,
): Standing['keep'] => {
  const last = addDays(nextOn, -1)
  const plan = planOn(facts.plans, last)
  const later = planOn(facts.plans, nextOn)
  if (plan === null || later === null || rankIn(later, view.tierOn(nextOn)) >= rankIn(later, tierId))
    return null
  // What counts on the last day is the least that counts until then: bought on any day before, it is enough.
  const need = plan.levels.find((level) => level.tierId === tierId)?.need ?? 0
  return { until: last, missing: byHand ? 0 : Math.max(0, need - view.history.counted(plan, last)) }
}

const causeOf = (
  view: View,
  { plans, sets }: TierFacts,
  date: BusinessDate,
  before: number | null,
  now: number | null,
): TierChange['cause'] => {
  const day = addDays(date, -1)
  if (planOn(plans, day)?.id !== planOn(plans, date)?.id) return 'plan'
  if (now !== null && handOn(sets, date)?.tierId === now && view.earnedOn(date) !== now) return 'set'
  const plan = planOn(plans, date)
  const rises = plan !== null && rankIn(plan, now) > rankIn(plan, before)
  if (rises) return 'reached'
  return before !== null && handOn(sets, day)?.tierId === before && view.earnedOn(day) !== before
    ? 'ended'
    : 'fell'
}

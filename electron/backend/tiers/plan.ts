import type { BusinessDate } from '#shared/dates.ts'

export interface TierLevel {
  readonly tierId: number
  /** Won or visits. */
  readonly need: number
}

/** What the tiers take from a day on. */
export interface TierPlan {
  readonly id: number
  readonly fromDate: BusinessDate
  readonly measure: 'spend' | 'visits'
  /** Null: all that was ever bought. */
  readonly windowMonths: number | null
  /** Days for which a tier stays after the last day on which its condition was met. */
  readonly graceDays: number
  /** From the least to the highest. */
  readonly levels: readonly TierLevel[]
}

/** The plan that holds on a day: of those whose day has come the latest, and of one day's the one made last. */
export const planOn = (plans: readonly TierPlan[], date: BusinessDate): TierPlan | null => {
  let found: TierPlan | null = null
  for (const plan of plans) {
    if (plan.fromDate > date) continue
    if (found === null || plan.fromDate > found.fromDate) found = plan
    else if (plan.fromDate === found.fromDate && plan.id > found.id) found = plan
  }
  return found
}

/** Place of a tier among the plan's, from 0; -1 for none, and for one that the plan does not have. */
export const rankIn = (plan: TierPlan, tierId: number | null): number =>
  plan.levels.findIndex((level) => level.tierId === tierId)

/** The highest level that so much gives. */
export const levelFor = (plan: TierPlan, counted: number): TierLevel | null =>
  plan.levels.findLast((level) => level.need <= counted) ?? null

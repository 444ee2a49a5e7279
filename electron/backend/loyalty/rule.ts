import type { BusinessDate } from '#shared/dates.ts'
import type { Won } from '#shared/won.ts'

export type BonusKind = 'first-visit' | 'friend' | 'survey' | 'review' | 'birthday'

/** So many points for so much money. One percent is 100 points for 10,000 won, as a point is a won. */
export interface Rate {
  /** 0 for everyone whose tier is not named. */
  readonly tierId: number
  /** Way of paying as payments have it; '' for those not named. */
  readonly method: string
  readonly points: number
  readonly perWon: Won
}

/** One rule as it holds from its day on; nothing in it ever changes. */
export interface Rule {
  readonly id: number
  readonly fromDate: BusinessDate
  /** `amount`: points come in whole steps. */
  readonly way: 'percent' | 'amount'
  /** What is left under a point (or a step) counts with the next sale. */
  readonly carries: boolean
  readonly leastSpend: number
  /** Null: points given by this rule do not end. */
  readonly lifetimeMonths: number | null
  /** Days before and after a birthday on which its bonus is given with a visit. */
  readonly birthdayDays: number
  readonly rates: readonly Rate[]
  readonly excludedItems: readonly string[]
  /** Ids of categories of products. */
  readonly excludedCategories: readonly number[]
  readonly bonuses: Readonly<Partial<Record<BonusKind, number>>>
}

/** What holds for this tier and way of paying: the rate that names both, the tier, the way, or neither. */
export const rateFor = (rule: Rule, tierId: number, method: string): Rate | undefined => {
  const find = (tier: number, way: string): Rate | undefined =>
    rule.rates.find((rate) => rate.tierId === tier && rate.method === way)
  return find(tierId, method) ?? find(tierId, '') ?? find(0, method) ?? find(0, '')
}

/** Points that come at once: one, or as many as a full step gives this tier. At least 1. */
export const stepOf = (rule: Rule, tierId: number): number => {
  if (rule.way === 'percent') return 1
  return Math.max(
    1,
    ...rule.rates
      .filter((rate) => rate.points > 0 && rate === rateFor(rule, tierId, rate.method))
      .map((rate) => rate.points),
  )
}

/** The rule of a day: the latest begun, and of two of one day the one made later. */
export const ruleOn = (rules: readonly Rule[], date: BusinessDate): Rule | undefined =>
  rules
    .filter((rule) => rule.fromDate <= date)
    .reduce<Rule | undefined>(
      (best, rule) =>
        best === undefined ||
        rule.fromDate > best.fromDate ||
        (rule.fromDate === best.fromDate && rule.id > best.id)
          ? rule
          : best,
      undefined,
    )

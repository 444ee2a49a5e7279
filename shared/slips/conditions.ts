import type { SlipKind } from './kinds.ts'

/** What a block can wait for, without a figure. */
export const plainConditions = [
  'first-visit',
  'birthday-month',
  'has-points',
  'has-stamps',
  'has-tier',
  'has-coupons',
  'has-rewards',
  'has-items',
  'sale',
  'points-used',
] as const
/** Those that ask for a number of days. */
export const dayConditions = ['coupon-ends', 'points-end'] as const

export const conditionNames = [...plainConditions, ...dayConditions] as const
export type PlainCondition = (typeof plainConditions)[number]
export type DayCondition = (typeof dayConditions)[number]
export type ConditionName = (typeof conditionNames)[number]

export const asksDays = (name: ConditionName): name is DayCondition =>
  (dayConditions as readonly string[]).includes(name)

const ofSales: ReadonlySet<ConditionName> = new Set(['has-items', 'sale', 'points-used'])

/** The conditions that mean something on that kind of slip. */
export const conditionsFor = (kind: SlipKind): ConditionName[] => {
  if (kind === 'proof') return []
  return conditionNames.filter((name) => kind === 'earn' || !ofSales.has(name))
}

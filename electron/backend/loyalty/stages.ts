import { addDays, type BusinessDate } from '#shared/dates.ts'
import { endAfter } from './lots.ts'

/** How long before something ends people are told, the custom of points and of vouchers. */
export const stages = ['two-months', 'one-month', 'three-days'] as const
export type Stage = (typeof stages)[number]

/** Ends that are announced at this stage: up to the next one. */
export const spanOf = (day: BusinessDate, stage: Stage): [from: BusinessDate, to: BusinessDate] => {
  const month = endAfter(day, 1) ?? day
  const threeDays = addDays(day, 3)
  if (stage === 'three-days') return [day, threeDays]
  if (stage === 'one-month') return [addDays(threeDays, 1), month]
  return [addDays(month, 1), endAfter(day, 2) ?? day]
}

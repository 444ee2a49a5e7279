import type { DateRange } from '#shared/contract/analytics.ts'

/** `2026-11-01 ~ 11-22`: the year of the end only where it is another one. */
export const rangeText = ({ from, to }: DateRange): string => {
  if (from === to) return from
  return `${from} ~ ${from.slice(0, 4) === to.slice(0, 4) ? to.slice(5) : to}`
}

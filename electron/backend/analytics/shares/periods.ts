import type { BusinessDate } from '#shared/dates.ts'

/** `2026-11-22` → 20261122: a day as sums have it. */
export const dayPeriod = (date: BusinessDate): number => Number(date.replaceAll('-', ''))

/** `2026-11` → 202611: a month as sums have it. */
export const monthPeriod = (month: string): number => Number(month.replace('-', ''))

/** The month of a day: 20261122 → 202611. */
export const monthOf = (day: number): number => Math.floor(day / 100)

/** 20261122 → `2026-11-22`. */
export const dateOf = (day: number): BusinessDate => {
  const digits = String(day).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

/** 0 is Sunday. */
export const weekdayOf = (date: BusinessDate): number => new Date(`${date}T00:00:00Z`).getUTCDay()

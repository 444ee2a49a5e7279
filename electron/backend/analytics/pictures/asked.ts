import type { DateRange } from '#shared/contract/analytics.ts'
import { addDays, type BusinessDate } from '#shared/dates.ts'
import { dateOf } from '../shares/periods.ts'
import { monthText, type Piece } from './pieces.ts'

/** How many of each weekday lie in a range, from Sunday. */
export const weekdaysIn = ({ from, to }: DateRange): number[] => {
  const counts = [0, 0, 0, 0, 0, 0, 0]
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  const first = new Date(`${from}T00:00:00Z`).getUTCDay()
  return counts.map((_, weekday) => {
    const offset = (weekday - first + 7) % 7
    return offset >= days ? 0 : Math.floor((days - 1 - offset) / 7) + 1
  })
}

/** A range never reaches beyond what the shop has lived: ten years that are asked for in the first week are a week. */
export const withinLife = (
  range: DateRange,
  life: { readonly first: number; readonly last: number } | null,
): DateRange => {
  if (life === null) return range
  const first = dateOf(life.first)
  const from = range.from < first && first <= range.to ? first : range.from
  return { from, to: range.to }
}

/** Months as they are told: `2026-09` to `2026-11`. */
export const monthsText = ({ from, to }: Piece): { from: string; to: string } => ({
  from: monthText(from),
  to: monthText(to),
})

/** The part of a month that lies in a range. */
export const monthWithin = (month: number, range: DateRange): DateRange | null => {
  const first: BusinessDate = `${monthText(month)}-01`
  const last = addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)
  const from = first > range.from ? first : range.from
  const to = last < range.to ? last : range.to
  return from > to ? null : { from, to }
}

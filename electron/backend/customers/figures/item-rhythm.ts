import { addDays, type BusinessDate } from '#shared/dates.ts'
import { type DayRange, rhythmOf } from './rhythm.ts'
import type { BoughtItem } from './usual.ts'

/** Something that somebody has done or buys again and again after weeks: a cut, a colour, a filter, a bag of rice. */
export interface ItemRhythm extends DayRange {
  readonly name: string
  readonly everyDays: number
  readonly last: BusinessDate
}

/** What is bought more often is a habit of visits, not of the item. */
const leastDays = 14
const most = 3

/**
 * Items bought on three days or more, weeks apart and about as far apart each time (half of the intervals within half
 * of the median); the one that is due first comes first. What is overdue by more than its own rhythm has been given up.
 */
export const itemRhythms = (items: readonly BoughtItem[], today: BusinessDate): ItemRhythm[] => {
  const days = new Map<string, Set<BusinessDate>>()
  for (const { name, date, quantity } of items) {
    if (quantity <= 0) continue
    const own = days.get(name) ?? new Set()
    days.set(name, own.add(date))
  }
  const found: ItemRhythm[] = []
  for (const [name, dates] of days) {
    const sorted = [...dates].sort()
    const last = sorted.at(-1)
    const rhythm = rhythmOf(sorted)
    if (rhythm === null || last === undefined || rhythm.days < leastDays) continue
    if (rhythm.high - rhythm.low > rhythm.days / 2) continue
    const from = addDays(last, Math.max(1, Math.floor(rhythm.low)))
    const to = addDays(last, Math.ceil(rhythm.high))
    if (today <= addDays(to, Math.ceil(rhythm.days)))
      found.push({ name, everyDays: rhythm.days, last, from, to })
  }
  return found
    .sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : a.name.localeCompare(b.name, 'ko')))
    .slice(0, most)
}

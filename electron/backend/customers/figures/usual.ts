import { type BusinessDate, daysBetween } from '#shared/dates.ts'

export interface BoughtItem {
  readonly name: string
  readonly quantity: number
  readonly date: BusinessDate
}

export interface UsualItem {
  readonly name: string
  /** How often it was bought at all, pieces. */
  readonly times: number
}

/** Days after which a purchase counts half. */
const halfLifeDays = 60

/**
 * The usual order: each purchase counts the less the longer ago it was; most usual first. What was bought only once
 * is no habit as long as there is something that was bought more often.
 * @param today or any day after all of them: it changes all weights alike and so no order.
 */
export const usualOrder = (items: readonly BoughtItem[], today: BusinessDate, most = 3): UsualItem[] => {
  const sums = new Map<string, { times: number; weight: number; days: Set<BusinessDate> }>()
  for (const item of items) {
    if (item.quantity <= 0) continue
    const sum = sums.get(item.name) ?? { times: 0, weight: 0, days: new Set() }
    sum.times += item.quantity
    sum.weight += 0.5 ** (Math.max(0, daysBetween(item.date, today)) / halfLifeDays)
    sum.days.add(item.date)
    sums.set(item.name, sum)
  }
  const all = [...sums].map(([name, sum]) => ({ name, ...sum }))
  const habits = all.filter((item) => item.days.size > 1)
  return (habits.length > 0 ? habits : all)
    .sort((a, b) => b.weight - a.weight || b.times - a.times || a.name.localeCompare(b.name, 'ko'))
    .slice(0, most)
    .map(({ name, times }) => ({ name, times }))
}

/**
 * Items under the names that the shop has given to their products; those that have become one thing are counted
 * together, in the place of the first.
 * @param shown from the name on the receipt to the product's; a name that is not there stays as it is.
 */
export const joinNames = (items: readonly UsualItem[], shown: ReadonlyMap<string, string>): UsualItem[] => {
  const joined = new Map<string, number>()
  for (const { name, times } of items) {
    const as = shown.get(name) ?? name
    joined.set(as, (joined.get(as) ?? 0) + times)
  }
  return [...joined].map(([name, times]) => ({ name, times }))
}

import { type EpochMs, epochOf, koreanTime } from '#shared/dates.ts'
import { type MenuItem, menu } from '../devices/simulated/menu.ts'
import type { Random } from '../devices/simulated/random.ts'
import { lineAmount, randomSale, type SimulatedSale, type SoldLine } from '../devices/simulated/sale.ts'
import type { DemoPerson } from './people.ts'

/** A sale of the made-up year, and whose it was. */
export interface DemoSale {
  readonly sale: SimulatedSale
  /** Place in the list of people; null for a guest. */
  readonly person: number | null
}

const dayMs = 24 * 60 * 60_000
/** The guests of a day, few. */
const guestsADay = [2, 3, 4, 5, 6] as const

/** A year of sales that ends just before `now`, oldest first, numbered as a till would. */
export const demoYear = (random: Random, people: readonly DemoPerson[], now: EpochMs): DemoSale[] => {
  const visits = people.flatMap((one, person) => visitsOf(random, one, now).map((at) => ({ at, person })))
  const guests = Array.from({ length: 365 }, (_, day) => day).flatMap((day) =>
    Array.from({ length: random.pick(guestsADay) }, () => ({
      at: momentOf(random, now, day, random.between(8, 20)),
      person: null,
    })),
  )
  return [...visits, ...guests]
    .filter(({ at }) => at < now - 60_000)
    .sort((a, b) => a.at - b.at)
    .map(({ at, person }, index) => {
      const liked = person === null ? undefined : people[person]
      const sale =
        liked === undefined
          ? randomSale(random, index + 1, at, true)
          : usualSale(random, liked, index + 1, at)
      return { sale, person }
    })
}

const visitsOf = (random: Random, person: DemoPerson, now: EpochMs): EpochMs[] => {
  const visits: EpochMs[] = []
  for (let day = person.joinedDaysAgo; day >= person.lastDaysAgo; ) {
    visits.push(momentOf(random, now, day, person.hour))
    day -= Math.max(1, Math.round(person.everyDays * (0.6 + 0.8 * random.next())))
  }
  return visits
}

/** So many days ago at about that hour, Korean time, with seconds. */
const momentOf = (random: Random, now: EpochMs, daysAgo: number, hour: number): EpochMs => {
  const { year, month, day } = koreanTime(now - daysAgo * dayMs)
  const midnight = epochOf(year, month, day) ?? now
  return midnight + (hour * 3600 + random.between(0, 3599)) * 1000
}

/** What they like best, most of the time; sometimes something beside it. */
const usualSale = (random: Random, person: DemoPerson, number: number, at: EpochMs): SimulatedSale => {
  const [best = 0, second = 0, third = 0] = person.favourites
  const chosen = [random.chance(0.75) ? best : second, ...(random.chance(0.35) ? [third] : [])]
  const lines: SoldLine[] = [...new Set(chosen)].map((place) => ({
    item: itemAt(place),
    quantity: random.chance(0.2) ? 2 : 1,
    extras: [],
  }))
  const total = lines.reduce((sum, line) => sum + lineAmount(line), 0)
  return {
    number,
    at,
    lines,
    discount: 0,
    total,
    pay: 'card',
    approval: String(random.between(10_000_000, 99_999_999)),
  }
}

const itemAt = (place: number): MenuItem => menu[place] ?? menu[0]

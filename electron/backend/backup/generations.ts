import { type BusinessDate, businessDate, daysBetween, type EpochMs } from '#shared/dates.ts'

/** What the rule has to know of a copy. */
export interface Generation {
  readonly id: string
  readonly at: EpochMs
  /** It is whole, as far as anybody can tell. */
  readonly good: boolean
}

const days = 7
const months = 12

/**
 * Which copies may go: kept are all of today, the last of each of the seven days before, and the last of each of
 * the past twelve months. The newest good copy never goes, nor one from the future (a clock was wrong); one that
 * is not whole never takes a good one's place, and goes once a newer good one is there.
 */
export const outlived = (copies: readonly Generation[], now: EpochMs): string[] => {
  const today = businessDate(now)
  const good = copies
    .filter((copy) => copy.good)
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0))
  const newest = good[0]
  if (newest === undefined) return []
  const kept = new Set([newest.id])
  const filled = new Set<string>()
  for (const copy of good) {
    const date = businessDate(copy.at)
    const places = placesOf(date, today)
    if (places === 'stays' || places.some((place) => !filled.has(place))) kept.add(copy.id)
    if (places !== 'stays') for (const place of places) filled.add(place)
  }
  return copies
    .filter(({ id, at, good: whole }) => (whole ? !kept.has(id) : at < newest.at && businessDate(at) < today))
    .map(({ id }) => id)
}

const placesOf = (date: BusinessDate, today: BusinessDate): 'stays' | string[] => {
  if (date >= today) return 'stays'
  const places: string[] = []
  if (daysBetween(date, today) <= days) places.push(date)
  if (monthsBetween(date, today) <= months) places.push(date.slice(0, 7))
  return places
}

const monthsBetween = (from: BusinessDate, to: BusinessDate): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))

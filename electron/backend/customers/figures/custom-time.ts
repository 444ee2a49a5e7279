/** Day of the week and hour of one visit. */
export interface VisitTime {
  /** 0 = Sunday, of the business day. */
  readonly weekday: number
  /** 0 to 23. */
  readonly hour: number
}

export interface CustomTime {
  readonly weekday: number | null
  readonly hour: number | null
}

/** Share of visits from which on a day or an hour is somebody's own. */
const weekdayShare = 0.5
const hourShare = 0.6
const leastVisits = 3

/**
 * The usual weekday: one that at least half of the visits fall on. The usual hour: the middle of three that hold at
 * least six in ten. Null where nothing stands out, or under three visits.
 */
export const customTime = (visits: readonly VisitTime[]): CustomTime => {
  if (visits.length < leastVisits) return { weekday: null, hour: null }
  const days = counts(visits.map(({ weekday }) => weekday))
  const hours = counts(visits.map(({ hour }) => hour))
  const about = (hour: number): number =>
    [-1, 0, 1].reduce((sum, step) => sum + (hours.get((hour + step + 24) % 24) ?? 0), 0)
  return {
    weekday: best(days.keys(), (day) => days.get(day) ?? 0, visits.length * weekdayShare),
    hour: best(hours.keys(), (hour) => about(hour) + (hours.get(hour) ?? 0) / 100, visits.length * hourShare),
  }
}

const counts = (values: readonly number[]): Map<number, number> => {
  const map = new Map<number, number>()
  for (const value of values) map.set(value, (map.get(value) ?? 0) + 1)
  return map
}

/** The value with the greatest count of at least `least`; the smaller one of two equals. */
const best = (values: Iterable<number>, count: (value: number) => number, least: number): number | null => {
  let found: number | null = null
  for (const value of [...values].sort((a, b) => a - b)) {
    if (count(value) >= least && (found === null || count(value) > count(found))) found = value
  }
  return found
}

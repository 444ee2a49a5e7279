import { type BusinessDate, daysBetween } from '#shared/dates.ts'

/** Three figures of somebody who has come at least once. */
export interface RfmFigures {
  readonly lastVisit: BusinessDate
  readonly visits: number
  /** Won. */
  readonly spend: number
}

/** Four limits each, ascending: days since the last visit, visits, won. */
export interface RfmLimits {
  readonly recency: readonly number[]
  readonly frequency: readonly number[]
  readonly money: readonly number[]
}

export interface RfmScores {
  readonly recency: number
  readonly frequency: number
  readonly money: number
}

interface Range {
  readonly from: number
  readonly to: number
}

export interface ScoreBox {
  readonly recency: Range
  readonly frequency: Range
  readonly money: Range
}

/**
 * The quantile of type 7 (Hyndman and Fan 1996), as R, NumPy and Excel have it.
 * @param sorted ascending, at least one. @param share 0 to 1.
 */
export const quantile = (sorted: ArrayLike<number>, share: number): number => {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below] ?? 0
  const high = sorted[Math.ceil(place)] ?? low
  return low + (place - below) * (high - low)
}

/** A fifth in each score: the quantiles at 20, 40, 60 and 80 percent, plus one, as the R package `rfm` takes them. */
export const quantileLimits = (people: readonly RfmFigures[], asOf: BusinessDate): RfmLimits => ({
  recency: fifths(people.map(({ lastVisit }) => daysBetween(lastVisit, asOf))),
  frequency: fifths(people.map(({ visits }) => visits)),
  money: fifths(people.map(({ spend }) => spend)),
})

/** The quantiles at 20, 40, 60 and 80 percent, plus one; 1 where there is nobody. */
export const fifths = (values: readonly number[]): number[] => {
  const sorted = Float64Array.from(values).sort()
  return [0.2, 0.4, 0.6, 0.8].map((share) => (sorted.length === 0 ? 0 : quantile(sorted, share)) + 1)
}

const reached = (limits: readonly number[], value: number): number =>
  limits.filter((limit) => value >= limit).length

/** Each 1 to 5, 5 the best: one more than the limits that are reached; of recency the other way round. */
export const scoresOf = (one: RfmFigures, asOf: BusinessDate, limits: RfmLimits): RfmScores => ({
  recency: 5 - reached(limits.recency, daysBetween(one.lastVisit, asOf)),
  frequency: 1 + reached(limits.frequency, one.visits),
  money: 1 + reached(limits.money, one.spend),
})

const within = (score: number, { from, to }: Range): boolean => score >= from && score <= to

/** The first box that fits; null where none does. */
export const boxOf = <B extends ScoreBox>(scores: RfmScores, boxes: readonly B[]): B | null =>
  boxes.find(
    (box) =>
      within(scores.recency, box.recency) &&
      within(scores.frequency, box.frequency) &&
      within(scores.money, box.money),
  ) ?? null

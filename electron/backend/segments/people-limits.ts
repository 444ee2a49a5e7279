import type { SegmentSettings } from '#shared/contract/segments.ts'
import { type BusinessDate, daysBetween } from '#shared/dates.ts'
import { fifths, quantile, type RfmLimits } from './rfm.ts'

/** What the ready groups measure by, once everybody has been looked at. */
export interface PeopleLimits extends RfmLimits {
  /** Won from which on somebody is 우수. */
  readonly vip: number
}

export interface Spender {
  readonly visits: number
  readonly spend: number
  readonly lastVisit: BusinessDate | null
}

/** The figures of everybody who ever came, gathered piece by piece. */
export interface Sample {
  readonly recency: number[]
  readonly frequency: number[]
  readonly money: number[]
}

export const emptySample = (): Sample => ({ recency: [], frequency: [], money: [] })

export const addToSample = (
  sample: Sample,
  { visits, spend, lastVisit }: Spender,
  asOf: BusinessDate,
): void => {
  if (lastVisit === null || visits === 0) return
  sample.recency.push(daysBetween(lastVisit, asOf))
  sample.frequency.push(visits)
  sample.money.push(spend)
}

export const limitsOfSample = (sample: Sample, { bins, vip }: SegmentSettings): PeopleLimits => {
  const scores =
    bins.by === 'limits'
      ? bins
      : {
          recency: fifths(sample.recency),
          frequency: fifths(sample.frequency),
          money: fifths(sample.money),
        }
  return {
    recency: scores.recency,
    frequency: scores.frequency,
    money: scores.money,
    vip: vip.by === 'spend' ? vip.won : topShare(sample.money, vip.percent),
  }
}

/** @param people everybody who has a customer's row; only those who ever came count. */
export const limitsOf = (
  people: readonly Spender[],
  asOf: BusinessDate,
  settings: SegmentSettings,
): PeopleLimits => {
  const sample = emptySample()
  for (const one of people) addToSample(sample, one, asOf)
  return limitsOfSample(sample, settings)
}

/** The spend that the best so many percent reach; at least one won, so that nobody is 우수 for nothing. */
const topShare = (spends: readonly number[], percent: number): number => {
  const sorted = Float64Array.from(spends).sort()
  return sorted.length === 0 ? 1 : Math.max(1, quantile(sorted, 1 - percent / 100))
}

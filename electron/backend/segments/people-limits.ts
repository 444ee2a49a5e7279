import type { SegmentSettings } from '#shared/contract/segments.ts'
import type { BusinessDate } from '#shared/dates.ts'
import { quantile, quantileLimits, type RfmLimits } from './rfm.ts'

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

/** @param people everybody who has a customer's row; only those who ever came count. */
export const limitsOf = (
  people: readonly Spender[],
  asOf: BusinessDate,
  settings: SegmentSettings,
): PeopleLimits => {
  const came = people.flatMap(({ visits, spend, lastVisit }) =>
    lastVisit === null || visits === 0 ? [] : [{ visits, spend, lastVisit }],
  )
  const scores = settings.bins.by === 'limits' ? settings.bins : quantileLimits(came, asOf)
  return {
    recency: scores.recency,
    frequency: scores.frequency,
    money: scores.money,
    vip: settings.vip.by === 'spend' ? settings.vip.won : topShare(came, settings.vip.percent),
  }
}

/** The spend that the best so many percent reach; at least one won, so that nobody is 우수 for nothing. */
const topShare = (people: readonly { readonly spend: number }[], percent: number): number => {
  const sorted = Float64Array.from(people, ({ spend }) => spend).sort()
  return sorted.length === 0 ? 1 : Math.max(1, quantile(sorted, 1 - percent / 100))
}

import type { SegmentSettings } from '#shared/contract/segments.ts'

const all = { from: 1, to: 5 }
const scores = (from: number, to = from) => ({ from, to })

/** What a shop begins with. The boxes and their order are those of the R package `rfm` (MIT). */
export const defaultSettings: SegmentSettings = {
  newDays: 30,
  plainDays: 90,
  leastDays: 14,
  riskTimes: 2,
  lostTimes: 3,
  regularVisits: 5,
  vip: { by: 'share', percent: 10 },
  bins: { by: 'quantile' },
  boxes: [
    { id: 21, name: null, recency: scores(5), frequency: scores(5), money: scores(5) },
    { id: 22, name: null, recency: scores(3, 5), frequency: scores(3, 5), money: scores(2, 5) },
    { id: 23, name: null, recency: scores(2, 4), frequency: scores(2, 4), money: scores(2, 4) },
    { id: 24, name: null, recency: scores(3, 4), frequency: scores(1, 3), money: scores(3, 5) },
    { id: 25, name: null, recency: scores(4, 5), frequency: scores(1, 3), money: all },
    { id: 26, name: null, recency: scores(1, 2), frequency: scores(3, 4), money: scores(4, 5) },
    { id: 27, name: null, recency: scores(1, 2), frequency: scores(2, 5), money: scores(4, 5) },
    { id: 28, name: null, recency: scores(1, 3), frequency: scores(3, 5), money: scores(3, 5) },
    { id: 29, name: null, recency: scores(2, 3), frequency: scores(1, 3), money: scores(1, 4) },
    { id: 30, name: null, recency: scores(1), frequency: all, money: all },
  ],
}

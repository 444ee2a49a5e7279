import type { Span } from '#shared/spans.ts'
import { dayPeriod } from '../shares/periods.ts'

/** What is kept of a day or month. */
export interface PeriodSums {
  readonly period: number
  readonly sales: number
  readonly refunds: number
  readonly net: number
  readonly guest_sales: number
  readonly guest_net: number
  readonly visits: number
  readonly newcomers: number
}

export interface SpanSums extends Span {
  net: number
  sales: number
  refunds: number
  guestNet: number
  guestSales: number
  visits: number
  newcomers: number
}

/**
 * The rows of each span added up.
 * @param rows days, and months that lie in one span as a whole; in any order.
 * @param spans ascending, without a gap.
 */
export const sumsOfSpans = (rows: readonly PeriodSums[], spans: readonly Span[]): SpanSums[] => {
  const sorted = rows
    .map((row) => ({ row, day: row.period > 9_999_999 ? row.period : row.period * 100 + 1 }))
    .sort((a, b) => a.day - b.day)
  let place = 0
  return spans.map((span) => {
    const from = dayPeriod(span.from)
    const to = dayPeriod(span.to)
    const sum: SpanSums = {
      ...span,
      net: 0,
      sales: 0,
      refunds: 0,
      guestNet: 0,
      guestSales: 0,
      visits: 0,
      newcomers: 0,
    }
    for (; place < sorted.length; place += 1) {
      const next = sorted[place]
      if (next === undefined || next.day > to) break
      if (next.day >= from) add(sum, next.row)
    }
    return sum
  })
}

const add = (sum: SpanSums, row: PeriodSums): void => {
  sum.net += row.net
  sum.sales += row.sales
  sum.refunds += row.refunds
  sum.guestNet += row.guest_net
  sum.guestSales += row.guest_sales
  sum.visits += row.visits
  sum.newcomers += row.newcomers
}

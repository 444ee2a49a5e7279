import { type BusinessDate, type EpochMs, koreanTime } from '#shared/dates.ts'
import type { Won } from '#shared/won.ts'
import { dayPeriod, monthOf, weekdayOf } from './periods.ts'
import type { Tally } from './tally.ts'

/** What of a receipt goes into sums. */
export interface ReceiptFacts {
  readonly date: BusinessDate
  readonly issuedAt: EpochMs
  readonly refund: boolean
  readonly total: Won
  readonly customerId: number | null
  readonly lines: readonly LineFacts[]
}

export interface LineFacts {
  readonly productId: number
  /** Null where the paper does not say: one. */
  readonly quantity: number | null
  readonly amount: Won | null
}

/** Puts a receipt's share into the tally, or takes it out (`sign` −1). Visits are another matter: see `visits.ts`. */
export const tallyReceipt = (tally: Tally, facts: ReceiptFacts, sign: 1 | -1): void => {
  const day = dayPeriod(facts.date)
  const month = monthOf(day)
  const weekday = weekdayOf(facts.date)
  const { hour } = koreanTime(facts.issuedAt)
  const net = facts.total * sign
  const counts = facts.refund ? [0, sign] : [sign, 0]
  const { customerId } = facts
  for (const period of [day, month]) {
    tally.add('hour_sum', [period, weekday, hour], [...counts, net])
    const own = customerId === null ? [0, 0, 0] : [...counts, net]
    tally.add('period_sum', [period], [...counts, net, ...own, 0, 0])
  }
  if (customerId !== null) tally.add('customer_day', [day, customerId], [sign, 0, net])
  for (const line of facts.lines) {
    const sums = [sign, thousandths(line.quantity, facts.refund) * sign, (line.amount ?? 0) * sign]
    tally.add('product_sum', [day, line.productId], sums)
    tally.add('product_sum', [month, line.productId], sums)
    tally.add('product_hour_sum', [line.productId, month, hour], sums)
    if (customerId !== null) tally.add('customer_product_sum', [line.productId, month, customerId], sums)
  }
}

/** Rounded as SQLite rounds, halves away from zero, so that counting again in SQL gives the same. */
const thousandths = (quantity: number | null, refund: boolean): number => {
  if (quantity === null) return refund ? -1000 : 1000
  return Math.trunc(quantity * 1000 + (quantity < 0 ? -0.5 : 0.5))
}

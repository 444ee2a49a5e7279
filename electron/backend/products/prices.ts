import type { Won } from '#shared/won.ts'

/** What was sold of a product in a period: a day (20261122) or a month (202611). Quantities in thousandths. */
export interface SoldIn {
  readonly period: number
  readonly quantity: number
  readonly net: Won
}

export interface PriceStep {
  /** First and last period with that price. */
  readonly from: number
  readonly to: number
  readonly price: Won
}

/** Won for one piece in each period, and where it changed; periods in which nothing was left sold are passed over. */
export const priceSteps = (sold: readonly SoldIn[]): PriceStep[] => {
  const steps: { from: number; to: number; price: Won }[] = []
  for (const { period, quantity, net } of [...sold].sort((a, b) => a.period - b.period)) {
    if (quantity <= 0 || net <= 0) continue
    const price = Math.round((net * 1_000) / quantity)
    const last = steps.at(-1)
    if (last?.price === price) last.to = period
    else steps.push({ from: period, to: period, price })
  }
  return steps
}

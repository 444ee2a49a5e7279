import type { Won } from '#shared/won.ts'

export interface TopShare {
  readonly percent: number
  readonly customers: number
  readonly net: Won
  /** What the last of them bought. */
  readonly least: Won
}

const percents = [1, 5, 10, 20, 30, 50, 100] as const

/** How many the best so many percent are: at least one. */
export const topCount = (customers: number, percent: number): number =>
  customers === 0 ? 0 : Math.max(1, Math.round((customers * percent) / 100))

/** @param spent what each customer bought, the most first; those who bought nothing left out. */
export const topShares = (spent: ArrayLike<Won>): TopShare[] => {
  const sums = new Float64Array(spent.length + 1)
  for (let place = 0; place < spent.length; place += 1)
    sums[place + 1] = (sums[place] ?? 0) + (spent[place] ?? 0)
  return percents.map((percent) => {
    const customers = topCount(spent.length, percent)
    return { percent, customers, net: sums[customers] ?? 0, least: spent[customers - 1] ?? 0 }
  })
}

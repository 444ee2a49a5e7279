import type { Won } from '#shared/won.ts'

export interface TopShare {
  readonly percent: number
  readonly customers: number
  readonly net: Won
  /** What the last of them bought. */
  readonly least: Won
}

export interface TopShares {
  readonly customers: number
  readonly net: Won
  readonly shares: TopShare[]
}

const percents = [1, 5, 10, 20, 30, 50, 100] as const
const mostPiles = 4096

/** How many the best so many percent are: at least one. */
export const topCount = (customers: number, percent: number): number =>
  customers === 0 ? 0 : Math.max(1, Math.round((customers * percent) / 100))

/**
 * Only seven places of the order are asked for, so that it is enough to lay amounts on piles of about the same size and
 * to sort the few piles in which such a place lies: sorting all takes five times as long.
 * @param nets what each customer bought, whole won, in any order; those who bought nothing in the end are left out.
 */
export const topShares = (nets: ArrayLike<Won>): TopShares => {
  const piled = onPiles(spent(nets))
  const shares: TopShare[] = []
  let above = { customers: 0, net: 0 }
  let pile = 0
  for (const percent of percents) {
    const customers = topCount(piled.amounts.length, percent)
    let size = piled.sizeOf(pile)
    while (pile < mostPiles - 1 && above.customers + size < customers) {
      above = { customers: above.customers + size, net: above.net + piled.netOf(pile) }
      pile += 1
      size = piled.sizeOf(pile)
    }
    const sorted = piled.sorted(pile)
    let net = above.net
    for (let place = 0; place < customers - above.customers; place += 1) net += sorted[place] ?? 0
    shares.push({ percent, customers, net, least: sorted[customers - above.customers - 1] ?? 0 })
  }
  return { customers: piled.amounts.length, net: shares.at(-1)?.net ?? 0, shares }
}

const spent = (nets: ArrayLike<Won>): Float64Array => {
  const amounts = new Float64Array(nets.length)
  let count = 0
  for (let row = 0; row < nets.length; row += 1) {
    const net = nets[row] ?? 0
    if (net <= 0) continue
    amounts[count] = net
    count += 1
  }
  return amounts.subarray(0, count)
}

interface Piles {
  readonly amounts: Float64Array
  sizeOf(pile: number): number
  netOf(pile: number): Won
  /** Its amounts, the most first. */
  sorted(pile: number): Float64Array
}

/** The first pile holds the most. */
const onPiles = (amounts: Float64Array): Piles => {
  let most = 0
  for (const amount of amounts) if (amount > most) most = amount
  const width = Math.floor(most / mostPiles) + 1
  const pileOf = (amount: number): number => mostPiles - 1 - Math.floor(amount / width)
  const ends = new Uint32Array(mostPiles + 1)
  const sums = new Float64Array(mostPiles)
  for (const amount of amounts) {
    const pile = pileOf(amount)
    ends[pile + 1] = (ends[pile + 1] ?? 0) + 1
    sums[pile] = (sums[pile] ?? 0) + amount
  }
  for (let pile = 0; pile < mostPiles; pile += 1) ends[pile + 1] = (ends[pile + 1] ?? 0) + (ends[pile] ?? 0)
  const next = ends.slice(0, mostPiles)
  const laid = new Float64Array(amounts.length)
  for (const amount of amounts) {
    const pile = pileOf(amount)
    laid[next[pile] ?? 0] = amount
    next[pile] = (next[pile] ?? 0) + 1
  }
  return {
    amounts,
    sizeOf: (pile) => (ends[pile + 1] ?? 0) - (ends[pile] ?? 0),
    netOf: (pile) => sums[pile] ?? 0,
    sorted: (pile) =>
      laid
        .slice(ends[pile] ?? 0, ends[pile + 1] ?? 0)
        .sort()
        .reverse(),
  }
}

import type { Won } from '#shared/won.ts'

interface Row {
  readonly id: number | null
  readonly name: string | null
  readonly quantity: number
  readonly net: Won
}

export interface RankedItem {
  readonly id: number | null
  /** Empty for what stands in no category. */
  readonly name: string
  readonly quantity: number
  readonly net: Won
  readonly before: { readonly quantity: number; readonly net: Won } | null
}

/** A picture shows fewer; the table behind it these. */
const mostItems = 100

/**
 * The best first, each with what it was in the compared range (nothing sold counts as nothing).
 * @param now and before: quantities in thousandths, as sums have them.
 */
export const rankedItems = (
  now: readonly Row[],
  before: readonly Row[] | null,
): { items: RankedItem[]; net: Won; many: number } => {
  const earlier = new Map((before ?? []).map((row) => [row.id, row]))
  const beforeOf = (id: number | null): RankedItem['before'] => {
    if (before === null) return null
    const row = earlier.get(id)
    return { quantity: (row?.quantity ?? 0) / 1000, net: row?.net ?? 0 }
  }
  return {
    items: now.slice(0, mostItems).map(({ id, name, quantity, net }) => ({
      id,
      name: name ?? '',
      quantity: quantity / 1000,
      net,
      before: beforeOf(id),
    })),
    net: now.reduce((sum, row) => sum + row.net, 0),
    many: now.length,
  }
}

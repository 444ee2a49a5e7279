/** One line of `bench.json`. `ratio` is value by peer value. */
export interface BenchRow {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly peer: string | null
  readonly peerValue: number | null
  readonly ratio: number | null
  readonly budget: number | null
  readonly ok: boolean
}

/** A row with the conditions under which it was measured, for the table. */
export interface Measured extends BenchRow {
  readonly conditions: string
}

export interface Measurement {
  readonly name: string
  /** Row counts, encryption, cold or warm. */
  readonly conditions: string
  readonly value: number
  readonly unit: string
  readonly peer?: { readonly name: string; readonly value: number }
  /** In the unit of the value. */
  readonly budget?: { readonly most: number } | { readonly least: number }
}

/** @param counts whether this run may meet or miss a budget: a quick one never does. */
export const measured = (counts: boolean, given: Measurement): Measured => {
  const { name, conditions, value, unit, peer, budget } = given
  const limit = budget === undefined ? null : 'most' in budget ? budget.most : budget.least
  const kept = budget === undefined || ('most' in budget ? value <= budget.most : value >= budget.least)
  return {
    name,
    conditions,
    value: rounded(value),
    unit,
    peer: peer?.name ?? null,
    peerValue: peer === undefined ? null : rounded(peer.value),
    ratio: peer === undefined || peer.value === 0 ? null : rounded(value / peer.value),
    budget: counts ? limit : null,
    ok: !counts || kept,
  }
}

/** As `bench.json` has it: the conditions stand in the name. */
export const bare = ({ conditions, ...row }: Measured): BenchRow => ({
  ...row,
  name: `${row.name} (${conditions})`,
})

/** Four significant digits. */
const rounded = (value: number): number => Number(value.toPrecision(4))

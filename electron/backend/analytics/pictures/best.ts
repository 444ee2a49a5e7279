import type { Keyed } from './sum-by-key.ts'

/**
 * Keys of the greatest values, so many, the greatest first; where values are the same, the lesser key. None of nought
 * or less. All values are put in order as bare numbers, which is quick, and only the best of them with their keys.
 */
export const bestKeys = ({ keys, values }: Keyed, many: number): number[] => {
  const sorted = values.filter((value) => value > 0).sort()
  const least = many < sorted.length ? (sorted[sorted.length - many] ?? Number.POSITIVE_INFINITY) : 0
  const rows: { readonly key: number; readonly value: number }[] = []
  for (let row = 0; row < keys.length; row += 1) {
    const [key = 0, value = 0] = [keys[row], values[row]]
    if (value > 0 && value >= least) rows.push({ key, value })
  }
  return rows
    .sort((a, b) => b.value - a.value || a.key - b.key)
    .slice(0, many)
    .map(({ key }) => key)
}

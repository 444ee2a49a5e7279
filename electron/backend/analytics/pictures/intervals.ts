/** One bar of days between two visits; without an end it is the rest. */
export interface IntervalBar {
  readonly from: number
  readonly to: number | null
  readonly visits: number
}

/** Where bars begin: the days of a week one by one, then what people call a while. */
const begins = [1, 2, 3, 4, 5, 6, 7, 8, 11, 15, 22, 31, 46, 61, 91, 181] as const

/** @param counts visits by days since the visit before. */
export const intervalBars = (counts: ReadonlyMap<number, number>): IntervalBar[] =>
  begins.map((from, place) => {
    const next = begins[place + 1]
    let visits = 0
    for (const [days, number] of counts)
      if (days >= from && (next === undefined || days < next)) visits += number
    return { from, to: next === undefined ? null : next - 1, visits }
  })

/** The middle of all of them; of an even number the mean of the two in the middle. */
export const medianInterval = (counts: ReadonlyMap<number, number>): number | null => {
  const sorted = [...counts].sort(([a], [b]) => a - b)
  const all = sorted.reduce((sum, [, number]) => sum + number, 0)
  if (all === 0) return null
  const at = (place: number): number => {
    let seen = 0
    for (const [days, number] of sorted) {
      seen += number
      if (place < seen) return days
    }
    return 0
  }
  return (at(Math.floor((all - 1) / 2)) + at(Math.floor(all / 2))) / 2
}

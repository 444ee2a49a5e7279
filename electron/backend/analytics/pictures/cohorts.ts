import { monthsBetween, monthText, type Piece } from './pieces.ts'

/** Who first came in a month, and how many of them came 0, 1, 2, … months later. */
export interface CohortLine {
  readonly month: string
  readonly guests: number[]
}

/**
 * Months in order, each up to the last month of the range; one in which nobody was new has no line.
 * @param rows in any order.
 */
export const cohortLines = (
  rows: readonly { readonly cohort: number; readonly period: number; readonly guests: number }[],
  { to }: Piece,
): CohortLine[] => {
  const lines = new Map<number, number[]>()
  for (const { cohort, period, guests } of rows) {
    const line = lines.get(cohort) ?? Array.from({ length: monthsBetween(cohort, to) + 1 }, () => 0)
    line[monthsBetween(cohort, period)] = guests
    lines.set(cohort, line)
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([cohort, guests]) => ({ month: monthText(cohort), guests }))
}

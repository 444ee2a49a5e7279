import type { PeopleLimits } from './people-limits.ts'

interface LimitRow {
  readonly business_date: string
  readonly figure: 'recency' | 'frequency' | 'money' | 'vip'
  readonly place: number
  readonly at_least: number
}

/** Limits as rows, and back. */
export const rowsOfLimits = (limits: PeopleLimits, asOf: string): LimitRow[] =>
  (['recency', 'frequency', 'money', 'vip'] as const).flatMap((figure) =>
    (figure === 'vip' ? [limits.vip] : limits[figure]).map((atLeast, place) => ({
      business_date: asOf,
      figure,
      place,
      at_least: atLeast,
    })),
  )

/** @param rows of one day, each figure's in order; null for none. */
export const limitsOfRows = (rows: readonly LimitRow[]): PeopleLimits | null => {
  const of = (figure: LimitRow['figure']): number[] =>
    rows.filter((row) => row.figure === figure).map((row) => row.at_least)
  const [vip] = of('vip')
  if (vip === undefined) return null
  return { recency: of('recency'), frequency: of('frequency'), money: of('money'), vip }
}

import { addDays, type BusinessDate } from '#shared/dates.ts'

/** Points given at one time, with one end. */
export interface Lot {
  readonly id: number
  readonly customer_id: number
  readonly sale_id: number | null
  readonly remaining: number
  /** The last day on which they can be used; null: they do not end. */
  readonly ends_on: BusinessDate | null
}

export interface Part {
  readonly lot: Lot
  readonly points: number
}

/** What ends first is used first; of one day the older lot, by sequence and not by the clock. */
export const byEnd = (a: Lot, b: Lot): number =>
  endOf(a) < endOf(b) ? -1 : endOf(a) > endOf(b) ? 1 : a.id - b.id

const endOf = (lot: Lot): string => lot.ends_on ?? '9999-12-31'

/**
 * From which lots so many points are taken, in their order.
 * @returns `missing`: what is not there; 0 when the lots suffice.
 */
export const takeFrom = (
  lots: readonly Lot[],
  points: number,
): { readonly parts: Part[]; readonly missing: number } => {
  const parts: Part[] = []
  let missing = points
  for (const lot of lots) {
    if (missing === 0) break
    const own = Math.min(lot.remaining, missing)
    if (own === 0) continue
    parts.push({ lot, points: own })
    missing -= own
  }
  return { parts, missing }
}

/** Points that come back when their lot has ended can be used for so long. */
const graceDays = 30
export const graceDaysAfter = (day: BusinessDate): BusinessDate => addDays(day, graceDays)

/**
 * The last day of points given on a day: the same day so many months later, or that month's last.
 * @param months null for points that do not end.
 */
export const endAfter = (from: BusinessDate, months: number | null): BusinessDate | null => {
  if (months === null) return null
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return addDays(first.toISOString().slice(0, 10), Math.min(day, last) - 1)
}

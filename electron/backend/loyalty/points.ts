import { shareOf, type Won } from '#shared/won.ts'

/**
 * Points that a sale is worth after its refunds, rounded down.
 * @param remaining its total and those of its refunds; under 0 counts as 0.
 * @param rateBp basis points; 100 = 1 %.
 */
export const pointsFor = (remaining: Won, rateBp: number): number => shareOf(Math.max(0, remaining), rateBp)

/** An entry that nothing has reversed. */
export interface OpenEntry {
  readonly id: number
  readonly receipt_id: number | null
  readonly kind: string
  readonly points: number
  readonly rate_bp: number | null
}

/**
 * What a refund changes for the customer: the points that its sale still stands for, less those that it is worth
 * now, at the rate at which they were given. 0 when the sale gave none.
 */
export const refundChange = (open: readonly OpenEntry[], remaining: Won): number => {
  const earned = open.find((entry) => entry.kind === 'earn')
  if (earned === undefined) return 0
  const standing = open.reduce((sum, entry) => sum + entry.points, 0)
  return pointsFor(remaining, earned.rate_bp ?? 0) - standing
}

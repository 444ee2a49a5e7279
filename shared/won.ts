/** Whole won: a safe integer, negative in refunds. The won has no decimals. */
export type Won = number

export const isWon = (value: unknown): value is Won => Number.isSafeInteger(value)

const grouped = (value: number): string => {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, ',')
  return value < 0 ? `-${digits}` : digits
}

/** `13500` → `13,500`. */
export const formatNumber = (value: number): string => grouped(Math.trunc(value))
/** `13500` → `13,500원`. */
export const formatWon = (value: Won): string => `${formatNumber(value)}원`
/** `135` → `135점`. */
export const formatPoints = (value: number): string => `${formatNumber(value)}점`

/**
 * A rate in basis points of an amount, in whole units rounded toward zero, so that a refund of the
 * same amount takes back exactly what the sale gave. 100 bp = 1 percent.
 */
export const shareOf = (amount: Won, basisPoints: number): number => {
  const product = BigInt(amount) * BigInt(basisPoints)
  return Number(product / 10_000n)
}

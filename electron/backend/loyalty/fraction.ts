/** Points and the part of a point after them, exactly: `num / unit`. Both safe integers, unit at least 1. */
export interface Fraction {
  readonly num: number
  readonly unit: number
}

export const nothing: Fraction = { num: 0, unit: 1 }

/** Beyond this the finest part is dropped rather than that a sum should leave the safe integers. */
const finest = 1_000_000_000_000n

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

/** Floor division, also below nought. */
const floorDiv = (a: bigint, b: bigint): bigint => (a >= 0n || a % b === 0n ? a / b : a / b - 1n)

const reduced = (num: bigint, unit: bigint): Fraction => {
  const common = gcd(num < 0n ? -num : num, unit)
  const [n, u] = common === 0n ? [0n, 1n] : [num / common, unit / common]
  return u <= finest
    ? { num: Number(n), unit: Number(u) }
    : { num: Number(floorDiv(n * finest, u)), unit: Number(finest) }
}

/** `a + b − c` in lowest terms. */
export const sumOf = (a: Fraction, b: Fraction, c: Fraction = nothing): Fraction => {
  const [ua, ub, uc] = [BigInt(a.unit), BigInt(b.unit), BigInt(c.unit)]
  return reduced(BigInt(a.num) * ub * uc + BigInt(b.num) * ua * uc - BigInt(c.num) * ua * ub, ua * ub * uc)
}

export const equal = (a: Fraction, b: Fraction): boolean =>
  BigInt(a.num) * BigInt(b.unit) === BigInt(b.num) * BigInt(a.unit)

/** What a sum comes to in whole steps of points, and what is left under the next step: from 0 up to the step. */
export const inSteps = (
  total: Fraction,
  step: number,
): { readonly points: number; readonly rest: Fraction } => {
  const points = floorDiv(BigInt(total.num), BigInt(total.unit) * BigInt(step)) * BigInt(step)
  return { points: Number(points), rest: sumOf(total, nothing, { num: Number(points), unit: 1 }) }
}

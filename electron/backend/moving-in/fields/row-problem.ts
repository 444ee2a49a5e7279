/**
 * What is wrong with a row. `refused`: it is not brought in and comes back in a file. `noted`: it is brought in, and
 * this is said of it.
 */
export const refusals = [
  'nobody',
  'phone-wrong',
  'phone-masked',
  'name-long',
  'twin',
  'points-wrong',
  'points-negative',
  'date-missing',
  'date-wrong',
  'date-ahead',
  'amount-wrong',
  'amount-missing',
  'formula',
  'group-refused',
  'cancelled',
  'failed',
] as const
export const remarks = [
  'known',
  'phone-mended',
  'phone-missing',
  'phone-also-wrong',
  'name-made-up',
  'birthday-wrong',
  'joined-wrong',
  'points-again',
  'card-taken',
  'person-unknown',
  'person-many',
  'sum-differs',
  'quantity-wrong',
  'receipt-known',
  'text-cut',
] as const
export type Refusal = (typeof refusals)[number]
export type Remark = (typeof remarks)[number]
export type RowProblem = Refusal | Remark

const refusing: ReadonlySet<string> = new Set(refusals)
export const refuses = (problem: RowProblem): problem is Refusal => refusing.has(problem)

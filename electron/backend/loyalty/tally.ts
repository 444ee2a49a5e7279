import { type Fraction, inSteps, nothing, sumOf } from './fraction.ts'

/** What a rule gives over many sales: each customer's part of a point goes along to their next sale. */
export interface Tally {
  readonly points: number
  readonly sales: number
  add(customerId: number, worth: Fraction, step: number): number
  of(customerId: number): number
  /** Customers who were given anything. */
  customers(): number[]
}

export const createTally = (): Tally => {
  const rests = new Map<number, Fraction>()
  const given = new Map<number, number>()
  let all = 0
  let sales = 0
  return {
    get points() {
      return all
    },
    get sales() {
      return sales
    },
    add(customerId, worth, step) {
      const { points, rest } = inSteps(sumOf(rests.get(customerId) ?? nothing, worth), step)
      rests.set(customerId, rest)
      if (points === 0) return 0
      given.set(customerId, (given.get(customerId) ?? 0) + points)
      all += points
      sales += 1
      return points
    },
    of: (customerId) => given.get(customerId) ?? 0,
    customers: () => [...given.keys()],
  }
}

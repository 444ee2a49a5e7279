import type { Won } from '#shared/won.ts'
import { type Fraction, inSteps, nothing, sumOf } from './fraction.ts'
import { type Rule, rateFor, stepOf } from './rule.ts'

/** A sale as rules see it. */
export interface SaleFacts {
  /** Its total and those of its refunds. */
  readonly remaining: Won
  /** Items of the sale and of its refunds, those in minus. */
  readonly lines: readonly { readonly name: string; readonly category: number | null; readonly amount: Won }[]
  readonly payments: readonly { readonly method: string; readonly amount: Won }[]
}

/**
 * What the sale is worth in points, exactly: each way of paying by its share and rate. Items that are left out take
 * their share of a discount with them. Where a rule does not carry, only whole points (or steps) are worth anything.
 */
export const worthOf = (rule: Rule, tierId: number, sale: SaleFacts): Fraction => {
  const base = countedPart(rule, sale)
  if (base <= 0) return nothing
  const worth = shares(base, sale.payments)
    .map(({ method, amount }): Fraction => {
      const rate = rateFor(rule, tierId, method)
      return rate === undefined ? nothing : { num: amount * rate.points, unit: rate.perWon }
    })
    .reduce((sum, one) => sumOf(sum, one), nothing)
  return rule.carries ? worth : { num: inSteps(worth, stepOf(rule, tierId)).points, unit: 1 }
}

/** Won of the sale that count, after refunds, items left out and discounts. */
const countedPart = (rule: Rule, sale: SaleFacts): Won => {
  if (sale.remaining <= 0) return 0
  if (rule.excludedItems.length === 0 && rule.excludedCategories.length === 0) return sale.remaining
  const items = new Set(rule.excludedItems)
  const categories = new Set(rule.excludedCategories)
  const all = sum(sale.lines.map((line) => line.amount))
  const counted = sum(
    sale.lines
      .filter((line) => !items.has(line.name) && !(line.category !== null && categories.has(line.category)))
      .map((line) => line.amount),
  )
  if (all <= 0) return sale.remaining
  return part(sale.remaining, Math.min(Math.max(0, counted), all), all)
}

/** The amount, shared out over the ways of paying so that nothing is lost or added. */
const shares = (base: Won, payments: SaleFacts['payments']): { method: string; amount: Won }[] => {
  const ways = new Map<string, number>()
  for (const { method, amount } of payments) ways.set(method, (ways.get(method) ?? 0) + amount)
  const paid = [...ways].filter(([, amount]) => amount > 0)
  const all = sum(paid.map(([, amount]) => amount))
  if (all === 0) return [{ method: '', amount: base }]
  let upTo = 0
  let given = 0
  return paid.map(([method, amount]) => {
    upTo += amount
    const own = part(base, upTo, all) - given
    given += own
    return { method, amount: own }
  })
}

const part = (amount: Won, share: number, of: number): Won =>
  Number((BigInt(amount) * BigInt(share)) / BigInt(of))

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

import type { Won } from '#shared/won.ts'
import { isMeant, type SoldItem, type Target } from '../coupons/terms.ts'

/** How a card is filled from a day on. */
export interface StampRule {
  readonly id: number
  readonly cardId: number
  readonly fromDate: string
  readonly name: string
  readonly basis: 'amount' | 'product' | 'off'
  readonly perWon: Won | null
  readonly length: number
  readonly rewardKindId: number | null
  readonly targets: readonly Target[]
}

/** A sale with its refunds, in the ledger's signs. */
export interface SaleLeft {
  readonly total: Won
  /** The total and those of its refunds. */
  readonly remaining: Won
  readonly items: readonly SoldItem[]
  /** Items of its refunds, quantities below 0; empty where a refund printed none. */
  readonly back: readonly SoldItem[]
}

/**
 * Stamps that a sale is worth after its refunds: one for each full amount, or one for each item that is meant and was
 * paid for. A refund that does not say what was given back takes its share of the money, rounded against nobody: down.
 */
export const stampsFor = (rule: StampRule, sale: SaleLeft): number => {
  if (rule.basis === 'off' || sale.remaining <= 0) return 0
  if (rule.basis === 'amount') return rule.perWon === null ? 0 : Math.floor(sale.remaining / rule.perWon)
  const sold = pieces(rule, sale.items, 1)
  if (sale.back.length > 0) return Math.max(0, sold + pieces(rule, sale.back, -1))
  return sale.remaining >= sale.total ? sold : Math.floor((sold * sale.remaining) / sale.total)
}

/** Whole pieces; what was sold by weight counts once; what cost nothing and what takes money off do not count. */
const pieces = (rule: StampRule, items: readonly SoldItem[], sign: 1 | -1): number =>
  items
    .filter((item) => item.amount * sign > 0 && isMeant(rule.targets, item))
    .reduce((sum, item) => sum + countOf(item.quantity), 0)

const countOf = (quantity: number): number =>
  Number.isInteger(quantity) ? quantity : Math.sign(quantity) || 1

/** The rule that holds on a day: of those whose day has come the latest, and of one day's the one made last. */
export const ruleOn = (rules: readonly StampRule[], date: string): StampRule | null => {
  let found: StampRule | null = null
  for (const rule of rules) {
    if (rule.fromDate > date) continue
    const newer = found === null || rule.fromDate > found.fromDate
    if (newer || (rule.fromDate === found?.fromDate && rule.id > found.id)) found = rule
  }
  return found
}

import type { Listed } from '../items/draft.ts'
import type { Entries } from './entries.ts'
import type { Verdict } from './judge.ts'

/** Ranks from which a label names what the customer pays. */
const totalRank = 4

const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0)

const discountsIn = (entries: Entries): number[] =>
  entries.list
    .filter(({ role, section }) => role === 'discount' && section === 'main')
    .map(({ value }) => Math.abs(value))

/** Every figure that stands on a balanced paper beside its total with good reason. */
const explained = (entries: Entries, listed: Listed, verdict: Verdict): Set<number> => {
  const total = verdict.total ?? 0
  const { supply, vat, exempt } = verdict.tax
  const payments = verdict.paid.payments.map((payment) => payment.amount)
  const items = sum(listed.items.map((item) => item.amount))
  const options = sum(listed.items.flatMap((item) => item.options.map((option) => option.amount ?? 0)))
  const added = sum(verdict.added.map((entry) => entry.value))
  const printed = entries.list
    .filter((entry) => entry.role !== 'aside' && entry.rank === 0)
    .map((entry) => entry.value)
  const goods = [items, items + options, items + added, items + options + added]
  const inColumn = sum(listed.items.map((item) => item.discount))
  // What was paid fits: the goods stand at what they cost in the end, and the discount tells from what.
  const told = verdict.paid.fits === true && verdict.discount === 0 ? discountsIn(entries) : []
  const before = [0, verdict.discount, inColumn, ...listed.discounts, ...told]
  const parts = [...payments, vat ?? 0, supply ?? 0, exempt ?? 0, verdict.discount]
  return new Set(
    [
      0,
      total,
      ...before.map((discount) => total + discount),
      ...goods,
      ...goods.map((value) => value - sum(listed.discounts)),
      ...parts.map((value) => total - value),
      ...printed,
    ].map(Math.abs),
  )
}

/** A fee or a discount among the sums without which the goods balance all the same: one of them was misread. */
const hasUnused = (entries: Entries, listed: Listed, verdict: Verdict): boolean => {
  const main = entries.list.filter((entry) => entry.section === 'main' && entry.value !== 0)
  const fees = main.filter((entry) => entry.role === 'delivery')
  if (fees.some((fee) => !verdict.added.some((entry) => entry.value === fee.value))) return true
  // Amounts after a discount of their own column have it behind them.
  const inColumn = sum(listed.items.map((item) => item.discount))
  return (
    verdict.discount === 0 &&
    main.some((entry) => entry.role === 'discount' && Math.abs(entry.value) !== inColumn)
  )
}

/**
 * Whether the paper names another sum as what is to be paid, and nothing tells why: a deduction that was not
 * understood, or a line that was lost. The goods may well balance with a sum above it.
 */
export const hasRival = (entries: Entries, listed: Listed, verdict: Verdict): boolean => {
  if (verdict.total === null || listed.items.length === 0) return false
  if (verdict.balanced && hasUnused(entries, listed, verdict)) return true
  const others = entries.list.filter(
    (entry) => entry.section === 'main' && entry.rank >= totalRank && entry.value !== verdict.total,
  )
  if (others.length === 0) return false
  const known = explained(entries, listed, verdict)
  return others.some((entry) => !known.has(Math.abs(entry.value)))
}

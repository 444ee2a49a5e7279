import type { Listed } from '../items/draft.ts'
import type { Entries, Entry } from './entries.ts'
import { type Paid, paidFor } from './payments.ts'
import { type Tax, taxFor } from './tax.ts'

/** One way to add the paper up. */
export interface Verdict {
  readonly total: number | null
  readonly discount: number
  /** Items, discounts and what is added give the total exactly. */
  readonly balanced: boolean
  /** The options' amounts are not in their items' amounts. */
  readonly optionsAdd: boolean
  /** Sums printed below the list that are part of the total, with their label's line. */
  readonly added: readonly Entry[]
  readonly tax: Tax
  readonly paid: Paid
  /** How likely the total's label names what the customer pays. */
  readonly rank: number
  readonly score: number
}

const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0)

interface Candidate {
  readonly value: number
  readonly rank: number
}

/** Figures that may be the total, each with the best rank of its labels. */
const totalsOf = (entries: Entries): Candidate[] => {
  const best = new Map<number, number>()
  for (const entry of entries.list) {
    if (entry.rank === 0 || entry.section === 'member' || entry.section === 'cash-receipt') continue
    const rank = (entry.section === 'card' ? entry.rank / 4 : entry.rank) + (entry.big ? 0.5 : 0)
    const before = best.get(entry.value)
    best.set(entry.value, before === undefined ? rank : Math.max(before, rank) + 0.1)
  }
  return [...best].map(([value, rank]) => ({ value, rank })).slice(0, 10)
}

interface Discounting {
  readonly value: number
  /** How much of what the paper prints as discounts this explains: 0 to 2. */
  readonly explains: number
}

const discountsOf = (listed: Listed, entries: Entries): Discounting[] => {
  const inItems = sum(listed.discounts)
  const inColumn = sum(listed.items.map((item) => item.discount))
  const below = entries.list
    .filter((entry) => entry.role === 'discount' && entry.value !== 0 && entry.section !== 'member')
    .map((entry) => Math.abs(entry.value))
  const unique = [...new Set(below)]
  const summed = sum(below)
  const largest = Math.max(0, ...below)
  const repeats = below.length > 1 && largest * 2 === summed ? largest : summed
  const printed = inItems + inColumn + summed > 0
  const out = new Map<number, number>()
  const offer = (value: number, explains: number): void => {
    out.set(value, Math.max(out.get(value) ?? 0, explains))
  }
  offer(0, printed ? 0 : 2)
  if (inItems > 0) offer(inItems, below.length === 0 || repeats === inItems || largest === inItems ? 2 : 1)
  if (inColumn > 0) offer(inColumn, 1.5)
  if (summed > 0) offer(repeats, inItems === 0 ? 2 : 0.5)
  if (summed > 0 && repeats !== summed) offer(summed, 1)
  if (inItems > 0 && summed > 0) offer(inItems + repeats, 1.5)
  for (const value of unique) offer(value, 0.5)
  for (const value of unique) if (inItems > 0) offer(inItems + value, 0.5)
  return [...out].map(([value, explains]) => ({ value, explains }))
}

const once = (entries: Entries, role: Entry['role']): Entry[] => {
  const found = entries.list.filter(
    (entry) => entry.role === role && entry.value !== 0 && entry.section === 'main',
  )
  return found.filter((entry, index) => found.findIndex((other) => other.value === entry.value) === index)
}

/** What may be added to the items below the list, likeliest first. */
const additions = (entries: Entries): Entry[][] => {
  const service = once(entries, 'service').slice(0, 1)
  const delivery = once(entries, 'delivery').slice(0, 2)
  const vat = once(entries, 'vat').slice(0, 1)
  const options: Entry[][] = [[]]
  if (delivery.length > 0) options.push(delivery, delivery.slice(0, 1))
  if (service.length > 0) options.push(service, [...service, ...delivery])
  if (vat.length > 0) options.push(vat, [...service, ...vat])
  return options
}

/**
 * VAT comes on top only as the paper's own VAT, and as the tenth that it is at most. @param net what it is put on, the
 * service charge left out.
 */
const mayAddVat = (added: readonly Entry[], tax: Tax, net: number): boolean => {
  const base = net + sum(added.filter(({ role }) => role !== 'vat').map(({ value }) => value))
  return added.every(
    ({ role, value }) =>
      role !== 'vat' ||
      ((tax.vat === null || tax.vat === value) && Math.abs(value) * 10 <= Math.abs(base) + 50),
  )
}

const itemSums = (listed: Listed): { value: number; optionsAdd: boolean }[] => {
  const base = sum(listed.items.map((item) => item.amount))
  const options = sum(listed.items.flatMap((item) => item.options.map((option) => option.amount ?? 0)))
  if (options === 0) return [{ value: base, optionsAdd: false }]
  const each = sum(
    listed.items.map(
      (item) => sum(item.options.map((option) => option.amount ?? 0)) * Math.abs(item.quantity ?? 1),
    ),
  )
  const out = [
    { value: base, optionsAdd: false },
    { value: base + options, optionsAdd: true },
  ]
  if (each !== options) out.push({ value: base + each, optionsAdd: true })
  return out
}

const fitScore = (fits: boolean | null, weight: number): number => {
  if (fits === null) return 0
  return fits ? weight : -weight / 2
}

/** Lets every way to add the paper up compete; the one that balances, and explains most, wins. */
export const judge = (listed: Listed, entries: Entries): Verdict => {
  const totals = totalsOf(entries)
  const sums = itemSums(listed)
  const discounts = discountsOf(listed, entries)
  const extras = additions(entries)
  const judged = new Map<number, { tax: Tax; paid: Paid; score: number }>()
  const aside = sum(once(entries, 'service').map((entry) => entry.value))
  for (const { value, rank } of totals) {
    const tax = taxFor(entries, value, aside)
    const paid = paidFor(entries, value)
    judged.set(value, { tax, paid, score: rank + fitScore(tax.fits, 3) + fitScore(paid.fits, 3) })
  }
  let best: Verdict | null = null
  for (const { value: total, rank } of totals) {
    const known = judged.get(total)
    if (known === undefined) continue
    const { tax, paid } = known
    const plain: Verdict = {
      total,
      discount: discounts.find((one) => one.explains === 2)?.value ?? 0,
      balanced: false,
      optionsAdd: false,
      added: [],
      tax,
      paid,
      rank,
      score: known.score,
    }
    if (best === null || plain.score > best.score) best = plain
    if (listed.items.length === 0) continue
    for (const items of sums) {
      for (const discount of discounts) {
        for (const added of extras) {
          if (items.value - discount.value + sum(added.map((entry) => entry.value)) !== total) continue
          if (!mayAddVat(added, tax, items.value - discount.value)) continue
          const score = known.score + 12 + discount.explains - added.length * 0.5 + (total === 0 ? -6 : 0)
          if (best !== null && score <= best.score) continue
          best = {
            ...plain,
            discount: discount.value,
            balanced: true,
            optionsAdd: items.optionsAdd,
            added,
            score,
          }
        }
      }
    }
  }
  if (best !== null) return best
  return {
    total: null,
    discount: sum(listed.discounts),
    balanced: false,
    optionsAdd: false,
    added: [],
    tax: taxFor(entries, 0, 0),
    paid: paidFor(entries, 0),
    rank: 0,
    score: 0,
  }
}

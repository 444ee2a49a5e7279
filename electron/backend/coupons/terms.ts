import { addDays, type BusinessDate, type EpochMs, koreanTime } from '#shared/dates.ts'
import type { Won } from '#shared/won.ts'

/** What a coupon or a stamp is for; all null would be nothing, an empty list is everything. */
export interface Target {
  readonly productId: number | null
  readonly categoryId: number | null
  /** Looked for in the item's name, blanks and capitals aside. */
  readonly word: string | null
}

export type Occasion = 'hand' | 'birthday' | 'anniversary' | 'welcome' | 'come-back' | 'tier' | 'stamp'

/** What a coupon promises, as it stood when it was given. */
export interface Terms {
  readonly id: number
  readonly kindId: number
  readonly name: string
  readonly benefit: 'amount' | 'percent' | 'item'
  /** Won; percent; for an item the most it may cost, 0 for any. */
  readonly value: number
  readonly most: Won | null
  readonly leastSpend: Won
  /** Bit 0 is Sunday. */
  readonly weekdays: number
  /** Minutes of the day; equal for all day, the second smaller for past midnight. */
  readonly fromMinute: number
  readonly toMinute: number
  readonly validFrom: BusinessDate | null
  readonly validTo: BusinessDate | null
  readonly validDays: number | null
  readonly perPerson: number | null
  readonly inAll: number | null
  readonly personal: boolean
  readonly occasion: Occasion
  readonly tierId: number | null
  readonly daysBefore: number
  readonly absentDays: number | null
  readonly targets: readonly Target[]
}

/** An item as it stands on a receipt, with the product that it is for the shop. */
export interface SoldItem {
  readonly name: string
  readonly quantity: number
  readonly amount: Won
  readonly productId: number | null
  readonly categoryId: number | null
}

/** From the first to the last day on which it can be used. */
export interface Validity {
  readonly from: BusinessDate
  /** Null: no end. */
  readonly until: BusinessDate | null
}

/**
 * Usable from the day on which it is given.
 * @param day from which its days are counted: the birthday, where it is given ahead of that.
 */
export const validityOf = (terms: Terms, today: BusinessDate, day: BusinessDate): Validity => {
  const from = later(today, terms.validFrom)
  const byDays = terms.validDays === null ? null : addDays(day, terms.validDays - 1)
  return { from, until: earlier(byDays, terms.validTo) }
}

const later = (day: BusinessDate, other: BusinessDate | null): BusinessDate =>
  other !== null && other > day ? other : day
const earlier = (one: BusinessDate | null, other: BusinessDate | null): BusinessDate | null =>
  one === null || (other !== null && other < one) ? other : one

/** Whether an item is one of those that are meant. */
export const isMeant = (targets: readonly Target[], item: SoldItem): boolean =>
  targets.length === 0 || targets.some((target) => meets(target, item))

const meets = (target: Target, item: SoldItem): boolean =>
  (target.productId !== null && target.productId === item.productId) ||
  (target.categoryId !== null && target.categoryId === item.categoryId) ||
  (target.word !== null && plain(item.name).includes(plain(target.word)))

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

/** Whether the weekday (of the business day) and the hour are right. */
export const isTime = (terms: Terms, at: EpochMs, date: BusinessDate): boolean => {
  const weekday = koreanTime(Date.parse(`${date}T00:00:00+09:00`)).weekday
  if ((terms.weekdays & (1 << weekday)) === 0) return false
  const { fromMinute: from, toMinute: to } = terms
  if (from === to) return true
  const { hour, minute } = koreanTime(at)
  const now = hour * 60 + minute
  return from < to ? now >= from && now < to : now >= from || now < to
}

/**
 * What the coupon takes off a receipt, won: never more than what it is for. The items' prices are as printed, so that
 * it does not matter whether the POS has taken the discount off already.
 */
export const worthOf = (terms: Terms, items: readonly SoldItem[]): Won => {
  const meant = items.filter((item) => item.amount > 0 && isMeant(terms.targets, item))
  const sum = meant.reduce((total, item) => total + item.amount, 0)
  if (terms.benefit === 'amount') return Math.min(terms.value, sum)
  if (terms.benefit === 'percent') {
    const share = Math.floor((sum * terms.value) / 100)
    return terms.most === null ? share : Math.min(share, terms.most)
  }
  const prices = meant.map((item) => Math.round(item.amount / Math.max(1, item.quantity)))
  const allowed = terms.value === 0 ? prices : prices.filter((price) => price <= terms.value)
  return Math.max(0, ...allowed)
}

export type Misfit = 'coupon.least-spend' | 'coupon.no-item' | 'coupon.not-now'

/** What of a receipt speaks against the coupon; null when it is right. */
export const misfitOf = (
  terms: Terms,
  receipt: {
    readonly items: readonly SoldItem[]
    readonly total: Won
    readonly discount: Won
    readonly issuedAt: EpochMs
    readonly date: BusinessDate
  },
): Misfit | null => {
  if (!isTime(terms, receipt.issuedAt, receipt.date)) return 'coupon.not-now'
  // Before the discount, for that is what somebody spends to be given it.
  if (receipt.total + Math.abs(receipt.discount) < terms.leastSpend) return 'coupon.least-spend'
  const named = terms.targets.length > 0
  return named && !receipt.items.some((item) => isMeant(terms.targets, item)) ? 'coupon.no-item' : null
}

import type { BusinessDate } from '#shared/dates.ts'
import type { Won } from '#shared/won.ts'
import type { Target } from '../coupons/terms.ts'

/** How a prepaid product is sold from a day on; nothing in it ever changes. */
export interface PrepaidTerms {
  readonly id: number
  readonly productId: number
  readonly fromDate: BusinessDate
  readonly name: string
  /** False: no longer sold. */
  readonly sold: boolean
  readonly unit: 'won' | 'times'
  readonly price: Won
  /** What is paid for, and what comes on top: won, or times. */
  readonly paid: number
  readonly bonus: number
  readonly singlePrice: Won | null
  readonly countedAt: 'normal' | 'contract'
  /** Null: it does not end. */
  readonly months: number | null
  readonly penaltyPercent: number
  readonly earns: 'sale' | 'use' | 'never'
  /** What a pass is for; an empty list is whatever is said. */
  readonly targets: readonly Target[]
}

/** The terms of a day: the latest begun, and of two of one day those made later; null before there are any. */
export const termsOn = (terms: readonly PrepaidTerms[], date: BusinessDate): PrepaidTerms | null =>
  terms
    .filter((one) => one.fromDate <= date)
    .reduce<PrepaidTerms | null>(
      (best, one) =>
        best === null || one.fromDate > best.fromDate || (one.fromDate === best.fromDate && one.id > best.id)
          ? one
          : best,
      null,
    )

/** Won that a part of what was paid for is worth, up to the next whole won. */
export const wonOf = (terms: Pick<PrepaidTerms, 'unit' | 'price' | 'paid'>, part: number): Won =>
  terms.unit === 'won' ? part : Math.ceil((terms.price * part) / terms.paid)

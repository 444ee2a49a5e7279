import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import type { Reader } from '../platform/db/statements.ts'
import { dayOf } from '../tiers/day.service.ts'
import { type Coupon, stateOf } from './coupon.ts'
import { couponsOf, eventsOf } from './coupons.repo.ts'
import { readTerms } from './terms.repo.ts'

/** How many coupons somebody could use today. */
export const usableCoupons = (reader: Reader, customerId: number, at: EpochMs): number =>
  usable(reader, customerId, at).length

/** Of those the one that ends first, with its last day; null where none ends. */
export const endingCoupon = (
  reader: Reader,
  customerId: number,
  at: EpochMs,
): { readonly name: string; readonly untilDate: BusinessDate } | null => {
  const [first] = usable(reader, customerId, at)
    .flatMap(({ termsId, untilDate }) => (untilDate === null ? [] : [{ termsId, untilDate }]))
    .sort((a, b) => (a.untilDate < b.untilDate ? -1 : 1))
  if (first === undefined) return null
  return { name: readTerms(reader, first.termsId)?.name ?? '', untilDate: first.untilDate }
}

const usable = (reader: Reader, customerId: number, at: EpochMs): Coupon[] => {
  const today = dayOf(reader, at)
  return couponsOf(reader, customerId).filter(
    (coupon) =>
      coupon.fromDate <= today &&
      (coupon.untilDate === null || coupon.untilDate >= today) &&
      stateOf(eventsOf(reader, coupon.id)).state === 'open',
  )
}

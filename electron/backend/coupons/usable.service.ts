import type { EpochMs } from '#shared/dates.ts'
import type { Reader } from '../platform/db/statements.ts'
import { dayOf } from '../tiers/day.service.ts'
import { stateOf } from './coupon.ts'
import { couponsOf, eventsOf } from './coupons.repo.ts'

/** How many coupons somebody could use today. */
export const usableCoupons = (reader: Reader, customerId: number, at: EpochMs): number => {
  const today = dayOf(reader, at)
  return couponsOf(reader, customerId).filter(
    (coupon) =>
      coupon.fromDate <= today &&
      (coupon.untilDate === null || coupon.untilDate >= today) &&
      stateOf(eventsOf(reader, coupon.id)).state === 'open',
  ).length
}

import { addDays, type EpochMs } from '#shared/dates.ts'
import type { LoyaltyFollower } from '../loyalty/follower.ts'
import type { Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { dayOf } from '../tiers/day.service.ts'
import type { TierListener } from '../tiers/keeping.service.ts'
import type { Coupon } from './coupon.ts'
import { addEntry, couponsOf, movedBy, setOwner } from './coupons.repo.ts'
import type { CouponGiving } from './giving.service.ts'
import { joinedOn } from './people.repo.ts'
import type { CouponRedeeming } from './redeeming.service.ts'

/** Days after joining within which the first purchase still is a welcome. */
export const welcomeDays = 14

/** What sales, merges and tiers do to coupons. */
export interface CouponFollowing extends LoyaltyFollower, TierListener {}

export const createCouponFollowing = (
  ids: Ids,
  giving: CouponGiving,
  redeeming: CouponRedeeming,
  settle: (tx: Writer, customerId: number, at: EpochMs) => void,
): CouponFollowing => {
  /** Coupons used on a sale that was given back are open again; what their owners owe in stamps may ask for them. */
  const free = (tx: Writer, sale: Parameters<CouponRedeeming['freeOf']>[1], at: EpochMs): void => {
    for (const { customerId } of redeeming.freeOf(tx, sale, at)) settle(tx, customerId, at)
  }

  const move = (tx: Writer, coupon: Coupon, to: number, mergeId: number, at: EpochMs): void => {
    setOwner(tx, coupon, to)
    addEntry(tx, {
      id: ids.next(at),
      coupon_id: coupon.id,
      kind: 'move',
      turn: 0,
      receipt_id: null,
      customer_id: to,
      of_id: null,
      merge_id: mergeId,
      worth: null,
      place: '',
      at,
      business_date: dayOf(tx, at),
    })
  }

  return {
    attached(tx, sale, customerId, at) {
      redeeming.prove(tx, sale, customerId, at)
      const joined = joinedOn(tx, customerId)
      if (joined !== null && addDays(joined, welcomeDays) >= dayOf(tx, at))
        giving.giveFor(tx, 'welcome', { customerId, cause: 'welcome', at })
    },
    // What was used on a receipt was used on it, whoever's it is.
    detached: () => undefined,
    changed: (tx, sale, _customerId, at) => free(tx, sale, at),
    changedOfNobody: free,
    merged(tx, from, into, mergeId, at) {
      for (const coupon of couponsOf(tx, from)) move(tx, coupon, into, mergeId, at)
    },
    unmerged(tx, from, into, mergeId, at) {
      const there = new Map(couponsOf(tx, into).map((coupon) => [coupon.id, coupon]))
      for (const { coupon_id: id, customer_id: to } of movedBy(tx, mergeId)) {
        const coupon = there.get(id)
        if (to === into && coupon !== undefined) move(tx, coupon, from, mergeId, at)
      }
    },
    reached(tx, customerId, tierId, date, at) {
      giving.giveFor(tx, 'tier', { customerId, cause: `tier:${tierId}:${date}`, at }, tierId)
    },
    takenBack(tx, customerId, tierId, at) {
      giving.withdrawOf(tx, customerId, (cause) => cause.startsWith(`tier:${tierId}:`), at)
    },
  }
}

import { createCouponCalendar } from './coupons/calendar.service.ts'
import { type CouponsParts, type CouponsService, createCouponsService } from './coupons/coupons.service.ts'
import { createCouponFollowing } from './coupons/following.service.ts'
import { createCouponGiving } from './coupons/giving.service.ts'
import { createCouponsForMany } from './coupons/many.service.ts'
import { createCouponRedeeming } from './coupons/redeeming.service.ts'
import type { LoyaltyFollower, TierOn } from './loyalty/follower.ts'
import type { Clock } from './platform/clock.ts'
import type { Emit } from './platform/emit.ts'
import type { Ids } from './platform/ids.ts'
import type { Ledger } from './platform/ledger/open.ts'
import type { Log } from './platform/log/log.ts'
import { createSlipRows } from './stamps/slip-rows.service.ts'
import { createStamping } from './stamps/stamping.service.ts'
import { createStampsService, type StampsService } from './stamps/stamps.service.ts'
import { createTierFalling } from './tiers/falling.service.ts'
import { createTierKeeping } from './tiers/keeping.service.ts'
import { createTiersService, type TiersService } from './tiers/tiers.service.ts'

/** What stamps, tiers and coupons do inside units of work that begin elsewhere. */
export const rewardParts = (ids: Ids) => {
  const giving = createCouponGiving(ids)
  const redeeming = createCouponRedeeming(ids)
  const stamping = createStamping(ids, giving)
  const following = createCouponFollowing(ids, giving, redeeming, (tx, customerId, at) =>
    stamping.settle(tx, customerId, at),
  )
  const keeping = createTierKeeping(ids, following)
  // A coupon that is unused again, or somebody else's now, is so before stamps ask for it.
  const followers: readonly LoyaltyFollower[] = [following, stamping, keeping]
  const slipRows = createSlipRows(keeping)
  const tierOn: TierOn = (tx, customerId) => keeping.tierOf(tx, customerId)
  return { giving, redeeming, stamping, keeping, followers, tierOn, slipRows }
}

export interface Rewards {
  readonly coupons: CouponsService
  readonly stamps: StampsService
  readonly tiers: TiersService
  /** Puts in place what the day has brought: tiers that fall, coupons of the calendar. In pieces, by itself. */
  look(): void
  /** One such piece; true while there are more. */
  readonly step: () => boolean
  /** No more writes after this. */
  stop(): void
}

export interface OpenRewardsParts extends Pick<CouponsParts, 'customers' | 'slips'> {
  readonly ledger: Pick<Ledger, 'reader' | 'unit' | 'ids'>
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
  readonly parts: ReturnType<typeof rewardParts>
}

/** Between two pieces: a new plan of tiers looks at everybody, and lines and counter have the greater part of that time. */
const restMs = 10

/** Stamps, tiers and coupons of one open ledger, wired. */
export const openRewards = ({
  ledger,
  clock,
  log,
  emit,
  parts,
  customers,
  slips,
}: OpenRewardsParts): Rewards => {
  const { reader, unit, ids } = ledger
  const { giving, redeeming, stamping, keeping } = parts
  const now = () => clock.now()
  const many = createCouponsForMany({ unit, ids, giving, now })
  const falling = createTierFalling({ reader, unit, keeping, now })
  const calendar = createCouponCalendar({ reader, unit, giving, now })
  let waiting: NodeJS.Timeout | null = null
  let stopped = false

  const step = (): boolean => falling.step() || calendar.step()
  const goOn = (): void => {
    waiting = null
    try {
      if (!stopped && step()) waiting = setTimeout(goOn, restMs)
    } catch (error) {
      log.error('rewards.look', { error })
    }
  }

  return {
    coupons: createCouponsService({
      reader,
      unit,
      ids,
      now,
      emit,
      customers,
      slips,
      giving,
      redeeming,
      many,
      settle: (tx, customerId, at) => stamping.settle(tx, customerId, at),
    }),
    stamps: createStampsService({ reader, unit, ids, now, stamping, customers }),
    tiers: createTiersService({ reader, unit, ids, now, keeping, customers }),
    step,
    look() {
      if (waiting === null) goOn()
    },
    stop() {
      stopped = true
      many.stop()
      if (waiting !== null) clearTimeout(waiting)
    },
  }
}

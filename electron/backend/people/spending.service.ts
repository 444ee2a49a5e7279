import type { CallParsed } from '#shared/contract/index.ts'
import type { MethodName } from '#shared/contract/names.ts'
import { businessDate, type EpochMs } from '#shared/dates.ts'
import type { Won } from '#shared/won.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader } from '../platform/db/statements.ts'
import { readShop } from '../shop/shop.service.ts'
import { pointsSpentOn, prepaidSpentOn, unitOfHolding } from './spending.repo.ts'

/**
 * What a call would let somebody spend, won or points, with what they have spent today in the same way: a limit that two
 * smaller uses get round would be none. 0 for everything that spends nothing, or nobody can say how much.
 * @param input as the method's own schema gave it.
 */
export type Spending = (name: MethodName, input: unknown) => number

export interface SpendingParts {
  readonly reader: Reader
  readonly clock: Clock
  /** What a coupon takes off, or may at most; 0 where nobody can say, or it cannot be used. */
  readonly couponWorth: (use: CallParsed<'coupons.redeem'>, at: EpochMs) => Won
}

type Spent<M extends MethodName> = (input: CallParsed<M>) => number

export const createSpending = ({ reader, clock, couponWorth }: SpendingParts): Spending => {
  const today = (): string => businessDate(clock.now(), readShop(reader).closes_at_hour)
  const points: Spent<'points.use'> = (use) => use.points + pointsSpentOn(reader, use.customerId, today())
  const prepaid: Spent<'prepaid.use'> = ({ customerId, holdingId, count }) =>
    unitOfHolding(reader, holdingId) === 'won' ? count + prepaidSpentOn(reader, customerId, today()) : 0
  const coupon: Spent<'coupons.redeem'> = (use) => couponWorth(use, clock.now())

  return (name, input) => {
    // Each takes what its own schema has just given.
    if (name === 'points.use') return points(input as CallParsed<'points.use'>)
    if (name === 'prepaid.use') return prepaid(input as CallParsed<'prepaid.use'>)
    if (name === 'coupons.redeem') return coupon(input as CallParsed<'coupons.redeem'>)
    return 0
  }
}

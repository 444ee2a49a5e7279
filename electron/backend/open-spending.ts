import { isDangolError } from '#shared/errors.ts'
import type { CouponRedeeming } from './coupons/redeeming.service.ts'
import { createSpending, type Spending } from './people/spending.service.ts'
import type { Clock } from './platform/clock.ts'
import type { Reader } from './platform/db/statements.ts'

/** What spending is measured by: points, prepaid won, and coupons as far as their worth can be told. */
export const openSpending = (reader: Reader, clock: Clock, redeeming: CouponRedeeming): Spending =>
  createSpending({
    reader,
    clock,
    couponWorth({ code, receiptId, customerId }, at) {
      try {
        const { id: couponId } = redeeming.find(reader, code)
        return redeeming.mayTake(reader, { couponId, receiptId, customerId, at })
      } catch (error) {
        // One that cannot be used is refused by its own words in a moment.
        if (!isDangolError(error)) throw error
        return 0
      }
    },
  })

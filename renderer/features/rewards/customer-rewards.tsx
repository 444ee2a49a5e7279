import { CouponList } from '../coupons/coupon-list.tsx'
import { StampCards } from '../stamps/stamp-cards.tsx'
import { TierEnding } from '../tiers/tier-line.tsx'

/** Stamps and coupons of the customer of the moment; nothing where the shop has none of them. */
export const CustomerRewards = ({
  customerId,
  receiptId,
}: {
  readonly customerId: number
  readonly receiptId: number | null
}) => (
  <>
    <TierEnding customerId={customerId} />
    <StampCards customerId={customerId} receiptId={receiptId} />
    <CouponList customerId={customerId} receiptId={receiptId} />
  </>
)

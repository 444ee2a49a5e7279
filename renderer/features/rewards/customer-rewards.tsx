import { CouponList } from '../coupons/coupon-list.tsx'
import { StampCards } from '../stamps/stamp-cards.tsx'
import { TierLine } from '../tiers/tier-line.tsx'

/** Tier, stamps and coupons of the customer of the moment; nothing where the shop has none of them. */
export const CustomerRewards = ({
  customerId,
  receiptId,
}: {
  readonly customerId: number
  readonly receiptId: number | null
}) => (
  <>
    <TierLine customerId={customerId} />
    <StampCards customerId={customerId} receiptId={receiptId} />
    <CouponList customerId={customerId} receiptId={receiptId} />
  </>
)

import { StampCards } from '../stamps/stamp-cards.tsx'
import { TierEnding } from '../tiers/tier-line.tsx'

/** A tier that ends soon and the stamps of the customer of the moment; nothing where the shop has none of them. */
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
  </>
)

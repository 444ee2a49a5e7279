import type { EpochMs } from '#shared/dates.ts'
import { formatNumber, formatWon } from '#shared/won.ts'
import { usableCoupons } from '../coupons/usable.service.ts'
import type { Reader } from '../platform/db/statements.ts'
import type { SlipRow } from '../slips/slip.ts'
import { tierInWords } from '../tiers/in-words.service.ts'
import type { TierKeeping } from '../tiers/keeping.service.ts'
import { cardsOf } from './cards.service.ts'

export type SlipRows = (reader: Reader, customerId: number, at: EpochMs) => SlipRow[]

/** What a slip says beside the points: stamps, the tier and what is missing to the next, coupons. Korean, as the paper. */
export const createSlipRows =
  (keeping: Pick<TierKeeping, 'standing'>): SlipRows =>
  (reader, customerId, at) => {
    const tier = tierInWords(reader, keeping, customerId, at)
    const coupons = usableCoupons(reader, customerId, at)
    return [
      ...cardsOf(reader, customerId, null, at).map(({ name, stamps, length }) => ({
        left: name,
        right: `${Math.max(0, stamps)} / ${length}개`,
      })),
      ...(tier?.tier == null ? [] : [{ left: '등급', right: tier.tier.name }]),
      ...(tier?.next == null || tier.next.missing === 0
        ? []
        : [
            {
              left: `${tier.next.name}까지`,
              right:
                tier.measure === 'spend'
                  ? formatWon(tier.next.missing)
                  : `${formatNumber(tier.next.missing)}번`,
            },
          ]),
      ...(coupons === 0 ? [] : [{ left: '쓸 수 있는 쿠폰', right: `${formatNumber(coupons)}장` }]),
    ]
  }

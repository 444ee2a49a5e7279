import type { CallOutput } from '#shared/contract/index.ts'
import { formatNumber } from '#shared/won.ts'
import type { Words } from '../../app/words.ts'

export type TierStanding = NonNullable<CallOutput<'tiers.ofCustomer'>>

/** `12,000원` or `3번`, as the shop counts. */
export const tierAmount = ({ t, won }: Words, measure: TierStanding['measure'], value: number): string =>
  measure === 'spend' ? won(value) : t('tier.visits', { n: formatNumber(value), count: value })

/** What keeps the present tier, or until when it was set by hand; null where it goes on by itself. */
export const keepSentence = (words: Words, { measure, keep, byHand }: TierStanding): string | null => {
  const { t } = words
  if (byHand !== null) return byHand.until === null ? null : t('tier.byHand', { until: byHand.until })
  if (keep === null || keep.missing === 0) return null
  return t('tier.keep', { until: keep.until, missing: tierAmount(words, measure, keep.missing) })
}

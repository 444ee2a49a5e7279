import { useQuery } from '@tanstack/react-query'
import { Award } from 'lucide-react'
import type { CallOutput } from '#shared/contract/index.ts'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords, type Words } from '../../app/words.ts'
import './tiers.css'

type Standing = NonNullable<CallOutput<'tiers.ofCustomer'>>

/** `12,000원` or `3번`, as the shop counts. */
const amount = ({ t, won }: Words, measure: Standing['measure'], value: number): string =>
  measure === 'spend' ? won(value) : t('tier.visits', { n: formatNumber(value), count: value })

/** What is missing to the next tier and to keep the present one, in sentences. */
export const tierSentences = (words: Words, standing: Standing): string[] => {
  const { t } = words
  const { measure, next, keep, byHand } = standing
  const sentences: string[] = []
  if (next !== null && next.missing > 0)
    sentences.push(t('tier.next', { name: next.name, missing: amount(words, measure, next.missing) }))
  if (byHand !== null && byHand.until !== null) sentences.push(t('tier.byHand', { until: byHand.until }))
  else if (keep !== null && keep.missing > 0)
    sentences.push(t('tier.keep', { until: keep.until, missing: amount(words, measure, keep.missing) }))
  return sentences
}

/** The tier of the customer of the moment, and what is missing to the next one. */
export const TierLine = ({ customerId }: { readonly customerId: number }) => {
  const words = useWords()
  const standing = useQuery({
    queryKey: [...keys.rewards, 'tier', customerId],
    queryFn: () => api.call('tiers.ofCustomer', { customerId }),
  }).data
  if (standing === undefined || standing === null) return null
  const { tier, rank, count } = standing
  const highest = rank !== null && rank === count - 1
  return (
    <p className="tier-line">
      {tier === null ? null : (
        <span className={highest ? 'tier-badge highest' : 'tier-badge'}>
          <Award size={20} aria-hidden="true" />
          {tier.name}
        </span>
      )}
      {tierSentences(words, standing).map((sentence) => (
        <span key={sentence}>{sentence}</span>
      ))}
    </p>
  )
}

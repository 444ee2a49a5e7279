import { useQuery } from '@tanstack/react-query'
import { Award } from 'lucide-react'
import { addDays, businessDate } from '#shared/dates.ts'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { keepSentence, tierAmount } from './tier-words.ts'
import './tiers.css'

/** What ends later than this is nothing to tell a guest today. */
const soonDays = 60

const useTier = (customerId: number) =>
  useQuery({
    queryKey: [...keys.rewards, 'tier', customerId],
    queryFn: () => api.call('tiers.ofCustomer', { customerId }),
  }).data ?? null

/** The tier beside the name; gold is the highest. Nothing for who has none. */
export const TierBadge = ({ customerId }: { readonly customerId: number }) => {
  const standing = useTier(customerId)
  if (standing === null || standing.tier === null) return null
  const { tier, rank, count } = standing
  return (
    <span className={rank === count - 1 ? 'tier-badge highest' : 'tier-badge'}>
      <Award size={20} aria-hidden="true" />
      {tier.name}
    </span>
  )
}

/** `골드까지 12,000원`, one more figure of the card. */
export const TierFigure = ({ customerId }: { readonly customerId: number }) => {
  const words = useWords()
  const standing = useTier(customerId)
  if (standing === null || standing.next === null || standing.next.missing === 0) return null
  return (
    <div className="figure">
      <dt>{words.t('tier.to', { name: standing.next.name })}</dt>
      <dd>{tierAmount(words, standing.measure, standing.next.missing)}</dd>
    </div>
  )
}

/** What keeps a tier that ends soon. */
export const TierEnding = ({ customerId }: { readonly customerId: number }) => {
  const words = useWords()
  const now = useNow()
  const standing = useTier(customerId)
  const until = standing?.byHand?.until ?? standing?.keep?.until ?? null
  if (standing === null || until === null || until > addDays(businessDate(now), soonDays)) return null
  const sentence = keepSentence(words, standing)
  return sentence === null ? null : (
    <p className="tier-ending">
      <Award size={20} aria-hidden="true" />
      {sentence}
    </p>
  )
}

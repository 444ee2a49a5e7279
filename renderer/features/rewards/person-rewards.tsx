import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { PersonCoupons } from '../coupons/person-coupons.tsx'
import { couponKinds } from '../coupons/use-coupons.ts'
import { PersonStamps } from '../stamps/person-stamps.tsx'
import { PersonTier } from '../tiers/person-tier.tsx'
import { tierPlans } from '../tiers/use-tiers.ts'
import './rewards.css'

/** Tier, stamps and coupons on the customer's page; nothing where the shop has none of them. */
export const PersonRewards = ({ customerId }: { readonly customerId: number }) => {
  const { t } = useWords()
  const plans = useQuery(tierPlans).data?.plans ?? []
  const kinds = useQuery(couponKinds).data ?? []
  const cards = useQuery({
    queryKey: [...keys.rewards, 'cards'],
    queryFn: () => api.call('stamps.cards', {}),
  }).data
  if (plans.length + kinds.length + (cards?.length ?? 0) === 0) return null
  return (
    <section className="person-card" aria-label={t('personRewards.title')}>
      <header className="card-title">
        <h2>{t('personRewards.title')}</h2>
      </header>
      <PersonTier customerId={customerId} />
      <PersonStamps customerId={customerId} />
      <PersonCoupons customerId={customerId} />
    </section>
  )
}

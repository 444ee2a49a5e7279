import { useWords } from '../../app/words.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { TabbedSections } from '../../ui/tabbed-sections.tsx'
import { CouponsSection } from '../coupons/coupons-section.tsx'
import { PrepaidSection } from '../prepaid/products-section.tsx'
import { StampsSection } from '../stamps/stamps-section.tsx'
import { TiersSection } from '../tiers/tiers-section.tsx'
import './rewards.css'

const tabs = {
  coupons: CouponsSection,
  stamps: StampsSection,
  tiers: TiersSection,
  prepaid: PrepaidSection,
} as const
const names = ['coupons', 'stamps', 'tiers', 'prepaid'] as const

/** What regulars are given: set once, and changed from a day on. */
const RewardsPage = () => {
  const { t } = useWords()
  return (
    <div className="rewards">
      <PageHead title={t('rewards.title')} lead={t('rewards.lead')} />
      <TabbedSections
        label={t('rewards.tabs')}
        sections={names.map((id) => ({ id, title: t(`rewards.tab.${id}`), Section: tabs[id] }))}
      />
    </div>
  )
}

export default RewardsPage

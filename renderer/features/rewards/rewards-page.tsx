import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useWords } from '../../app/words.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { CouponsSection } from '../coupons/coupons-section.tsx'
import { StampsSection } from '../stamps/stamps-section.tsx'
import { TiersSection } from '../tiers/tiers-section.tsx'
import './rewards.css'

const tabs = { coupons: CouponsSection, stamps: StampsSection, tiers: TiersSection } as const
const names = ['coupons', 'stamps', 'tiers'] as const

/** What regulars are given: set once, and changed from a day on. */
const RewardsPage = () => {
  const { t } = useWords()
  return (
    <div className="rewards">
      <PageHead title={t('rewards.title')} lead={t('rewards.lead')} />
      <Tabs className="reward-tabs">
        <TabList className="reward-tab-list" aria-label={t('rewards.tabs')}>
          {names.map((name) => (
            <Tab key={name} id={name} className="reward-tab">
              {t(`rewards.tab.${name}`)}
            </Tab>
          ))}
        </TabList>
        {names.map((name) => {
          const Section = tabs[name]
          return (
            <TabPanel key={name} id={name} className="reward-panel">
              <Section />
            </TabPanel>
          )
        })}
      </Tabs>
    </div>
  )
}

export default RewardsPage

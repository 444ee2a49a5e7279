import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useWords } from '../../app/words.ts'
import { PageHead } from '../../ui/page-head.tsx'
import '../rewards/rewards.css'
import { BookSection } from './book-section.tsx'
import './loyalty.css'
import { NoticesSection } from './notices-section.tsx'
import { RulesSection } from './rules-section.tsx'

const tabs = { rules: RulesSection, book: BookSection, notices: NoticesSection } as const
const names = ['rules', 'book', 'notices'] as const

/** Rules of points, what is owed, and whom to tell. */
const PointsPage = () => {
  const { t } = useWords()
  return (
    <div className="rewards points-page">
      <PageHead title={t('points.title')} lead={t('points.lead')} />
      <Tabs className="reward-tabs">
        <TabList className="reward-tab-list" aria-label={t('points.tabs')}>
          {names.map((name) => (
            <Tab key={name} id={name} className="reward-tab">
              {t(`points.tab.${name}`)}
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

export default PointsPage

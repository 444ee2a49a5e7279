import { useWords } from '../../app/words.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { TabbedSections } from '../../ui/tabbed-sections.tsx'
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
      <TabbedSections
        label={t('points.tabs')}
        sections={names.map((id) => ({ id, title: t(`points.tab.${id}`), Section: tabs[id] }))}
      />
    </div>
  )
}

export default PointsPage

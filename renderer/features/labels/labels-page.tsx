import { useWords } from '../../app/words.ts'
import { EmptyPage } from '../../ui/page-head.tsx'
import { DayLabels } from './day-labels.tsx'
import './labels.css'
import { useOpenedLabels } from './open-labels.tsx'
import { PeopleLabels } from './people-labels.tsx'

/** What is printed on ordinary printers: cards, address labels, the day's list. */
const LabelsPage = () => {
  const { t } = useWords()
  const opened = useOpenedLabels()
  if (opened === null) return <EmptyPage title={t('labels.none')} hint={t('labels.noneHint')} />
  return opened.of === 'day' ? <DayLabels date={opened.date} /> : <PeopleLabels opened={opened} />
}

export default LabelsPage

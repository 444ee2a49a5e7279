import { useWords } from '../../app/words.ts'
import { PageHead } from '../../ui/page-head.tsx'

const DuplicatesPage = () => {
  const { t } = useWords()
  return <PageHead title={t('same.title')} lead={t('same.lead')} />
}

export default DuplicatesPage

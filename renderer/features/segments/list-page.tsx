import { useQuery } from '@tanstack/react-query'
import { Plus, Scale, SlidersHorizontal } from 'lucide-react'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { PageLoading } from '../../ui/full-page.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ListSection } from './list-section.tsx'
import { segmentQueries } from './queries.ts'
import { showSegments } from './segments-view.ts'

/** The owner's own first after the usual ones: what somebody made is what they look for. */
const kinds = ['ready', 'own', 'stage', 'box'] as const

/** All groups with how many are in them and who came and went. */
export const ListPage = () => {
  const { t } = useWords()
  const list = useQuery(segmentQueries.list)
  const settings = useQuery(segmentQueries.settings).data
  return (
    <div className="segments">
      <div className="segments-top">
        <PageHead title={t('segments.title')} lead={t('segments.lead')} />
        <div className="segments-actions">
          <Button onPress={() => showSegments({ is: 'limits' })} look="quiet">
            <SlidersHorizontal size={20} aria-hidden="true" />
            {t('segments.settings')}
          </Button>
          <Button onPress={() => showSegments({ is: 'compare', a: null, b: null })}>
            <Scale size={20} aria-hidden="true" />
            {t('segments.compare')}
          </Button>
          <Button
            look="primary"
            onPress={() => showSegments({ is: 'build', id: null, rule: { all: [] }, name: '' })}
          >
            <Plus size={20} aria-hidden="true" />
            {t('segments.new')}
          </Button>
        </div>
      </div>
      {list.error === null ? null : <FailureNotice failure={failureOf(list.error)} />}
      {list.data === undefined || settings === undefined ? (
        list.error === null ? (
          <PageLoading text={t('common.loading')} />
        ) : null
      ) : (
        <>
          <div className="segments-sections">
            {kinds.map((kind) => (
              <ListSection
                key={kind}
                kind={kind}
                segments={list.data.segments.filter((one) => one.kind === kind)}
                people={list.data.people}
                settings={settings}
                isKept={list.data.keptTo !== null}
              />
            ))}
          </div>
          <p className="segments-kept">
            {list.data.keptTo === null
              ? t('segments.notKept')
              : t('segments.kept', { date: list.data.keptTo })}
          </p>
        </>
      )}
    </div>
  )
}

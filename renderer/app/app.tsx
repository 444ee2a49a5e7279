import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { failureOf } from '../api/failure.ts'
import { queries } from '../api/queries.ts'
import { CounterPage } from '../features/counter/counter-page.tsx'
import { UnlockPage } from '../features/unlock/unlock-page.tsx'
import { useRewritten } from '../features/unlock/use-rewritten.ts'
import { Button } from '../ui/button.tsx'
import { FullPage, PageLoading } from '../ui/full-page.tsx'
import { FailureNotice } from '../ui/notice.tsx'
import { useNavigation } from './navigation.tsx'
import { useWords } from './words.ts'

const FirstRun = lazy(() => import('../features/first-run/first-run.tsx'))
const HurtPage = lazy(() => import('../features/unlock/hurt-page.tsx'))
const loadOffice = () => import('./office.tsx')
const Office = lazy(loadOffice)

const Phase = () => {
  const { t } = useWords()
  const status = useQuery(queries.status)
  const { page } = useNavigation()
  useRewritten(status.data)
  if (status.error !== null)
    return (
      <FullPage title={t('app.name')}>
        <FailureNotice failure={failureOf(status.error)} />
        <Button look="primary" size="large" onPress={() => void status.refetch()}>
          {t('common.retry')}
        </Button>
      </FullPage>
    )
  if (status.data === undefined) return <PageLoading text={t('starting')} />
  switch (status.data.phase) {
    case 'none':
    case 'unconfirmed':
      return <FirstRun status={status.data} />
    case 'locked':
      return <UnlockPage status={status.data} />
    case 'hurt':
      return <HurtPage status={status.data} />
    default:
      if (page === 'guide') return <FirstRun status={status.data} />
      return page === 'counter' ? <CounterPage status={status.data} /> : <Office status={status.data} />
  }
}

/** The page by the ledger's phase; the office is fetched when there is nothing else to do. */
export const App = () => {
  const { t } = useWords()
  useEffect(() => {
    const idle = requestIdleCallback(() => void loadOffice())
    return () => cancelIdleCallback(idle)
  }, [])
  return (
    <Suspense fallback={<PageLoading text={t('common.loading')} />}>
      <Phase />
    </Suspense>
  )
}

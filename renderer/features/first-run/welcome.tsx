import { useMutation } from '@tanstack/react-query'
import { BookOpen, History, ShieldCheck, Store } from 'lucide-react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'

/** Two ways: the own ledger, or one click into a shop to look around in. */
export const Welcome = ({
  onMake,
  onRestore,
}: {
  readonly onMake: () => void
  readonly onRestore: () => void
}) => {
  const { t } = useWords()
  const { go } = useNavigation()
  const demo = useMutation({ mutationFn: () => api.call('ledger.openDemo', {}) })
  return (
    <main className="welcome">
      <header className="welcome-head">
        <h1>{t('welcome.title')}</h1>
        <p className="welcome-lead">{t('welcome.lead')}</p>
      </header>
      <div className="welcome-ways">
        <button
          type="button"
          className="welcome-way main"
          disabled={demo.isPending}
          onClick={() => {
            go('guide')
            onMake()
          }}
        >
          <BookOpen size={44} aria-hidden="true" />
          <strong>{t('welcome.make')}</strong>
          <span>{t('welcome.makeHint')}</span>
        </button>
        <button
          type="button"
          className="welcome-way"
          disabled={demo.isPending}
          onClick={() => {
            go('counter')
            demo.mutate()
          }}
        >
          <Store size={44} aria-hidden="true" />
          <strong>{t(demo.isPending ? 'welcome.demoOpening' : 'welcome.demo')}</strong>
          <span>{t('welcome.demoHint')}</span>
        </button>
      </div>
      {demo.error === null ? null : <FailureNotice failure={failureOf(demo.error)} />}
      <Button look="quiet" size="large" onPress={onRestore}>
        <History size={22} aria-hidden="true" />
        {t('welcome.restore')}
      </Button>
      <p className="welcome-safe">
        <ShieldCheck size={20} aria-hidden="true" />
        {t('welcome.safe')}
      </p>
    </main>
  )
}

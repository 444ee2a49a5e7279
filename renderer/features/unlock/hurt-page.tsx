import { useState } from 'react'
import type { AppStatus } from '../../api/types.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FullPage } from '../../ui/full-page.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { RestoreSteps } from '../backup/restore-steps.tsx'
import { hurtAdvice } from './hurt-steps.ts'
import { MendForm } from './mend-form.tsx'
import { PassphraseForm } from './passphrase-form.tsx'
import './unlock.css'

/** The ledger cannot be opened as it is: what happened, that nothing is lost, and what to do now. */
const HurtPage = ({ status }: { readonly status: AppStatus }) => {
  const { t } = useWords()
  const problem = status.problem ?? { code: 'ledger.damaged' as const, params: {} }
  const advice = hurtAdvice(problem.code)
  const [restoring, setRestoring] = useState(false)
  if (restoring) return <RestoreSteps onBack={() => setRestoring(false)} />
  const restore = (
    <Button look="quiet" onPress={() => setRestoring(true)}>
      {t('hurt.restore')}
    </Button>
  )
  return (
    <FullPage title={t('hurt.title')} wide>
      <FailureNotice failure={problem} />
      <h2 className="hurt-what">{t('hurt.what')}</h2>
      <ol className="hurt-steps">
        {advice.steps.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      {advice.capturing ? <Notice tone="good">{t('hurt.safe')}</Notice> : null}
      {advice.mendable ? (
        <MendForm other={restore} />
      ) : (
        <>
          <PassphraseForm openWord="hurt.retry" />
          {restore}
        </>
      )}
      <p className="hurt-folder">
        {t('hurt.folder')} <code>{status.dataFolder}</code>
      </p>
    </FullPage>
  )
}

export default HurtPage

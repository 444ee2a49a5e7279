import { useState } from 'react'
import type { AppStatus } from '../../api/types.ts'
import { useWords } from '../../app/words.ts'
import { FullPage } from '../../ui/full-page.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { PassphraseForm } from './passphrase-form.tsx'
import { RecoverForm } from './recover-form.tsx'
import { UpdatingPage } from './updating-page.tsx'
import './unlock.css'

/** The ledger is locked; the POS is still being written down. */
export const UnlockPage = ({ status }: { readonly status: AppStatus }) => {
  const { t } = useWords()
  const [forgot, setForgot] = useState(false)
  const waiting = status.waitingCaptures
  if (status.updating !== null) return <UpdatingPage at={status.updating} waiting={waiting} />
  const shop = status.shopName === null ? t('app.name') : t('unlock.title', { shop: status.shopName })
  const title = forgot ? t('unlock.recoveryTitle') : shop
  return (
    <FullPage title={title} lead={t(forgot ? 'unlock.recoveryText' : 'unlock.lead')}>
      {forgot ? (
        <RecoverForm onBack={() => setForgot(false)} />
      ) : (
        <PassphraseForm openWord="unlock.open" onForgot={() => setForgot(true)} />
      )}
      {status.problem === null ? (
        <Notice tone="good" role="status">
          {waiting === 0 ? t('unlock.capturing') : t('unlock.captured', { n: waiting })}
        </Notice>
      ) : (
        <FailureNotice failure={status.problem} />
      )}
    </FullPage>
  )
}

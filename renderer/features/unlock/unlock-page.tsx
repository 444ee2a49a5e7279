import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import type { AppStatus } from '../../api/types.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FullPage } from '../../ui/full-page.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { PassphraseField } from './passphrase-field.tsx'
import { RecoverForm } from './recover-form.tsx'
import './unlock.css'

const PassphraseForm = ({ onForgot }: { readonly onForgot: () => void }) => {
  const { t } = useWords()
  const [passphrase, setPassphrase] = useState('')
  const unlock = useMutation({ mutationFn: () => api.call('ledger.unlock', { passphrase }) })
  const open = (): void => {
    if (passphrase !== '' && !unlock.isPending) unlock.mutate()
  }
  return (
    <>
      <PassphraseField
        label={t('unlock.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        onEnter={open}
        autoFocus
      />
      {unlock.error === null ? null : <FailureNotice failure={failureOf(unlock.error)} />}
      <Button
        look="primary"
        size="large"
        keyCap="Enter"
        isDisabled={passphrase === '' || unlock.isPending}
        onPress={open}
      >
        {t(unlock.isPending ? 'unlock.opening' : 'unlock.open')}
      </Button>
      <Button look="quiet" onPress={onForgot}>
        {t('unlock.forgot')}
      </Button>
    </>
  )
}

/** The ledger is locked; the POS is still being written down. */
export const UnlockPage = ({ status }: { readonly status: AppStatus }) => {
  const { t } = useWords()
  const [forgot, setForgot] = useState(false)
  const waiting = status.waitingCaptures
  return (
    <FullPage
      title={status.shopName === null ? t('app.name') : t('unlock.title', { shop: status.shopName })}
      lead={t(forgot ? 'unlock.recoveryText' : 'unlock.lead')}
    >
      {forgot ? (
        <RecoverForm onBack={() => setForgot(false)} />
      ) : (
        <PassphraseForm onForgot={() => setForgot(true)} />
      )}
      <Notice tone="good" role="status">
        {waiting === 0 ? t('unlock.capturing') : t('unlock.captured', { n: waiting })}
      </Notice>
    </FullPage>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PassphraseAgain } from './passphrase-again.tsx'
import { PassphraseField } from './passphrase-field.tsx'
import { isEnough } from './strength.ts'

/** The paper with the code opens the ledger and sets a new passphrase. */
export const RecoverForm = ({ onBack }: { readonly onBack: () => void }) => {
  const { t } = useWords()
  const [recoveryCode, setCode] = useState('')
  const [newPassphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const ready = recoveryCode.trim() !== '' && again === newPassphrase && isEnough(newPassphrase)
  const recover = useMutation({
    mutationFn: () => api.call('ledger.unlockWithRecovery', { recoveryCode, newPassphrase }),
  })
  const open = (): void => {
    if (ready && !recover.isPending) recover.mutate()
  }
  return (
    <>
      <TextField
        className="recovery-input"
        label={t('recovery.label')}
        value={recoveryCode}
        onChange={setCode}
        maxLength={100}
        autoFocus
      />
      <PassphraseField label={t('unlock.newPassphrase')} value={newPassphrase} onChange={setPassphrase} />
      <PassphraseAgain passphrase={newPassphrase} again={again} onChange={setAgain} onEnter={open} />
      {recover.error === null ? null : <FailureNotice failure={failureOf(recover.error)} />}
      <Button look="primary" size="large" isDisabled={!ready || recover.isPending} onPress={open}>
        {t(recover.isPending ? 'unlock.opening' : 'unlock.recover')}
      </Button>
      <Button look="quiet" onPress={onBack}>
        {t('unlock.usePassphrase')}
      </Button>
    </>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { PassphraseField } from '../unlock/passphrase-field.tsx'

/** The owner forgot their PIN: the ledger's passphrase says who they are, and then they make a new one. */
export const ForgotPin = ({
  open,
  onOpen,
  onEntered,
}: {
  /** The passphrase is asked for, in place of the pad. */
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly onEntered: () => void
}) => {
  const { t } = useWords()
  const [passphrase, setPassphrase] = useState('')
  const enter = useMutation({
    mutationFn: () => api.call('door.enterByPassphrase', { passphrase }),
    onSuccess: onEntered,
  })
  const come = (): void => {
    if (passphrase !== '' && !enter.isPending) enter.mutate()
  }
  if (!open)
    return (
      <Button look="quiet" onPress={() => onOpen(true)}>
        {t('door.forgot')}
      </Button>
    )
  return (
    <div className="pin-forgot">
      <PassphraseField
        label={t('door.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        onEnter={come}
        autoFocus
      />
      <p className="people-soft">{t('door.passphraseNote')}</p>
      {enter.error === null ? null : <FailureNotice failure={failureOf(enter.error)} />}
      <Button look="primary" isDisabled={passphrase === '' || enter.isPending} onPress={come}>
        {t('door.asOwner')}
      </Button>
      <Button
        look="quiet"
        onPress={() => {
          setPassphrase('')
          enter.reset()
          onOpen(false)
        }}
      >
        {t('door.byPin')}
      </Button>
    </div>
  )
}

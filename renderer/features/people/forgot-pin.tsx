import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** The owner forgot their PIN: the ledger's passphrase says who they are, and then they make a new one. */
export const ForgotPin = ({ onEntered }: { readonly onEntered: () => void }) => {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const enter = useMutation({
    mutationFn: () => api.call('door.enterByPassphrase', { passphrase }),
    onSuccess: onEntered,
  })
  if (!open)
    return (
      <Button look="quiet" onPress={() => setOpen(true)}>
        {t('door.forgot')}
      </Button>
    )
  return (
    <div className="pin-forgot">
      <TextField
        label={t('door.passphrase')}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        onEnter={() => enter.mutate()}
        note={t('door.passphraseNote')}
        autoFocus
      />
      {enter.error === null ? null : <FailureNotice failure={failureOf(enter.error)} />}
      <Button look="primary" isDisabled={passphrase === '' || enter.isPending} onPress={() => enter.mutate()}>
        {t('door.asOwner')}
      </Button>
    </div>
  )
}

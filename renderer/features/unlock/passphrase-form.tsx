import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { WordKey } from '#shared/i18n/index.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { PassphraseField } from './passphrase-field.tsx'

/** The passphrase, and the way for whoever forgot it. */
export const PassphraseForm = ({
  openWord,
  onForgot,
}: {
  readonly openWord: WordKey
  readonly onForgot?: () => void
}) => {
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
        {t(unlock.isPending ? 'unlock.opening' : openWord)}
      </Button>
      {onForgot === undefined ? null : (
        <Button look="quiet" onPress={onForgot}>
          {t('unlock.forgot')}
        </Button>
      )}
    </>
  )
}

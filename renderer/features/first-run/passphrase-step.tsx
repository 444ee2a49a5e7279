import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { PassphraseAgain } from '../unlock/passphrase-again.tsx'
import { PassphraseField } from '../unlock/passphrase-field.tsx'
import { isEnough } from '../unlock/strength.ts'
import { GuidePage } from './guide-page.tsx'

/** The owner's passphrase, twice; the ledger is made with it. */
export const PassphraseStep = ({
  shopName,
  onBack,
  onMade,
}: {
  readonly shopName: string
  readonly onBack: () => void
  readonly onMade: (recoveryCode: string) => void
}) => {
  const { t } = useWords()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const ready = isEnough(passphrase) && again === passphrase
  const create = useMutation({
    mutationFn: () => api.call('ledger.create', { shopName: shopName.trim(), passphrase }),
    onSuccess: ({ recoveryCode }) => onMade(recoveryCode),
  })
  const make = (): void => {
    if (ready && !create.isPending) create.mutate()
  }
  return (
    <GuidePage
      step="passphrase"
      title={t('guide.pass.title')}
      text={t('guide.pass.text')}
      onBack={onBack}
      actions={
        <Button
          look="primary"
          size="large"
          keyCap="Enter"
          isDisabled={!ready || create.isPending}
          onPress={make}
        >
          {t(create.isPending ? 'guide.pass.making' : 'common.next')}
        </Button>
      }
    >
      <PassphraseField label={t('guide.pass.label')} value={passphrase} onChange={setPassphrase} autoFocus />
      <PassphraseAgain
        passphrase={passphrase}
        again={again}
        onChange={setAgain}
        onEnter={make}
        differs={!passphrase.startsWith(again)}
      />
      {create.error === null ? null : <FailureNotice failure={failureOf(create.error)} />}
    </GuidePage>
  )
}

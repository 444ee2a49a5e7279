import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { PassphraseField } from '../unlock/passphrase-field.tsx'
import { isEnough } from '../unlock/strength.ts'
import { StrengthMeter } from '../unlock/strength-meter.tsx'

/** Another passphrase; the present one has to be known. */
export const PassphraseChange = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useWords()
  const { show } = useToasts()
  const [passphrase, setOld] = useState('')
  const [newPassphrase, setNew] = useState('')
  const change = useMutation({
    mutationFn: () => api.call('ledger.changePassphrase', { passphrase, newPassphrase }),
    onSuccess: () => {
      show({ text: t('keys.changed') })
      onDone()
    },
  })
  const ready = passphrase !== '' && isEnough(newPassphrase) && !change.isPending
  return (
    <div className="settings-keys">
      <PassphraseField label={t('keys.present')} value={passphrase} onChange={setOld} autoFocus />
      <PassphraseField
        label={t('unlock.newPassphrase')}
        value={newPassphrase}
        onChange={setNew}
        onEnter={() => {
          if (ready) change.mutate()
        }}
      />
      <StrengthMeter passphrase={newPassphrase} />
      {change.error === null ? null : <FailureNotice failure={failureOf(change.error)} />}
      <div className="settings-keys-row">
        <Button look="primary" isDisabled={!ready} onPress={() => change.mutate()}>
          {t('keys.change')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  )
}

/** A new recovery code: shown once, typed back from the paper, and only then the old one is worth nothing. */
export const RecoveryChange = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useWords()
  const { show } = useToasts()
  const [passphrase, setPassphrase] = useState('')
  const [typed, setTyped] = useState('')
  const make = useMutation({ mutationFn: () => api.call('ledger.newRecoveryCode', { passphrase }) })
  const take = useMutation({
    mutationFn: () => api.call('ledger.takeRecoveryCode', { recoveryCode: typed }),
    onSuccess: () => {
      show({ text: t('keys.codeChanged') })
      onDone()
    },
  })
  const failure = make.error ?? take.error
  const made = make.data
  const next = (): void => {
    if (made === undefined && passphrase !== '') make.mutate()
    if (made !== undefined && typed.trim() !== '') take.mutate()
  }
  return (
    <div className="settings-keys">
      {made === undefined ? (
        <PassphraseField
          label={t('keys.present')}
          value={passphrase}
          onChange={setPassphrase}
          onEnter={next}
          autoFocus
        />
      ) : (
        <>
          <Notice tone="warn">{t('keys.write')}</Notice>
          <code className="settings-code">{made.recoveryCode}</code>
          <TextField
            label={t('keys.typeBack')}
            value={typed}
            onChange={setTyped}
            onEnter={next}
            maxLength={100}
            autoFocus
          />
        </>
      )}
      {failure === null ? null : <FailureNotice failure={failureOf(failure)} />}
      <div className="settings-keys-row">
        <Button look="primary" isDisabled={make.isPending || take.isPending} onPress={next}>
          {t(made === undefined ? 'keys.makeCode' : 'keys.takeCode')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { CallInput } from '#shared/contract/index.ts'
import type { WordKey } from '#shared/i18n/index.ts'
import { failureOf } from '../../api/failure.ts'
import { queries } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PassphraseAgain } from '../unlock/passphrase-again.tsx'
import { PassphraseField } from '../unlock/passphrase-field.tsx'
import { isEnough } from '../unlock/strength.ts'
import { Progress } from './progress.tsx'

type Key = CallInput<'ledger.mend'>

/** The passphrase, or the recovery code with a new passphrase; Enter begins. */
export const KeyForm = ({
  startWord,
  workingWord,
  isPending,
  error,
  onKey,
  other,
  children,
}: {
  readonly startWord: WordKey
  readonly workingWord: WordKey
  readonly isPending: boolean
  readonly error: Error | null
  readonly onKey: (key: Key) => void
  /** Another way out, beside the one to the other key. */
  readonly other?: ReactNode
  /** What should be known before it begins. */
  readonly children?: ReactNode
}) => {
  const { t } = useWords()
  const [byCode, setByCode] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [recoveryCode, setCode] = useState('')
  const [again, setAgain] = useState('')
  const progress = useQuery(queries.backupProgress).data
  const ready = byCode
    ? recoveryCode.trim() !== '' && isEnough(passphrase) && again === passphrase
    : passphrase !== ''
  const start = (): void => {
    if (ready && !isPending) onKey(byCode ? { recoveryCode, newPassphrase: passphrase } : { passphrase })
  }
  return (
    <>
      {byCode ? (
        <TextField
          className="recovery-input"
          label={t('recovery.label')}
          value={recoveryCode}
          onChange={setCode}
          maxLength={100}
          autoFocus
        />
      ) : null}
      <PassphraseField
        key={String(byCode)}
        label={t(byCode ? 'unlock.newPassphrase' : 'unlock.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        onEnter={start}
        autoFocus={!byCode}
      />
      {byCode ? (
        <PassphraseAgain passphrase={passphrase} again={again} onChange={setAgain} onEnter={start} />
      ) : null}
      {children}
      {error === null ? null : <FailureNotice failure={failureOf(error)} />}
      {isPending && progress?.running === true ? (
        <Progress progress={progress} />
      ) : (
        <Button look="primary" size="large" isDisabled={!ready || isPending} onPress={start}>
          {t(isPending ? workingWord : startWord)}
        </Button>
      )}
      <div className="key-others">
        <Button
          look="quiet"
          isDisabled={isPending}
          onPress={() => {
            setByCode(!byCode)
            setPassphrase('')
            setAgain('')
          }}
        >
          {t(byCode ? 'restore.byPassphrase' : 'restore.byCode')}
        </Button>
        {other}
      </div>
    </>
  )
}

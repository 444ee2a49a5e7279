import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { failureOf } from '../../api/failure.ts'
import { queries } from '../../api/queries.ts'
import { useNow } from '../../app/use-now.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PassphraseField } from '../unlock/passphrase-field.tsx'
import { strengthOf } from '../unlock/strength.ts'
import { StrengthMeter } from '../unlock/strength-meter.tsx'
import type { Copy } from './copies-table.tsx'
import { useRestore } from './use-restore.ts'

/** Passphrase, or recovery code with a new passphrase; then it runs. */
export const RestoreKey = ({ target, copy }: { readonly target: string; readonly copy: Copy }) => {
  const { t, moment } = useWords()
  const now = useNow(60_000)
  const [byCode, setByCode] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [recoveryCode, setCode] = useState('')
  const restore = useRestore()
  const nothingHere = useQuery(queries.status).data?.phase === 'none'
  const strength = strengthOf(passphrase)
  const strong = strength !== 'empty' && strength !== 'weak'
  const ready = byCode ? recoveryCode.trim() !== '' && strong : passphrase !== ''
  const start = (): void => {
    if (!ready || restore.isPending) return
    const key = byCode ? { recoveryCode, newPassphrase: passphrase } : { passphrase }
    restore.mutate({ target, id: copy.id, key })
  }
  return (
    <>
      <h2 className="restore-ask">{t('restore.key')}</h2>
      <p className="backup-soft">{t('restore.keyText', { when: moment(copy.at, now) })}</p>
      {byCode ? (
        <TextField
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
      {byCode ? <StrengthMeter passphrase={passphrase} /> : null}
      {nothingHere ? null : <Notice>{t('restore.aside')}</Notice>}
      {restore.error === null ? null : <FailureNotice failure={failureOf(restore.error)} />}
      <Button look="primary" size="large" isDisabled={!ready || restore.isPending} onPress={start}>
        {t(restore.isPending ? 'restore.working' : 'restore.start')}
      </Button>
      <Button
        look="quiet"
        isDisabled={restore.isPending}
        onPress={() => {
          setByCode(!byCode)
          setPassphrase('')
        }}
      >
        {t(byCode ? 'restore.byPassphrase' : 'restore.byCode')}
      </Button>
    </>
  )
}

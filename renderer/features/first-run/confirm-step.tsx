import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { GuidePage } from './guide-page.tsx'

/** The code comes back from the paper: only then is the ledger considered made. */
export const ConfirmStep = ({
  resumed,
  onBack,
  onConfirmed,
}: {
  /** The guide was interrupted: the code cannot be shown again. */
  readonly resumed: boolean
  /** Back to the code, or, where nobody has it, to the start: the ledger is then made anew. */
  readonly onBack: () => void
  readonly onConfirmed: () => void
}) => {
  const { t } = useWords()
  const { go } = useNavigation()
  const [recoveryCode, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => {
      // The ledger opens by this; the guide stays in front of the counter.
      go('guide')
      return api.call('ledger.confirmRecovery', { recoveryCode })
    },
    onSuccess: onConfirmed,
  })
  const send = (): void => {
    if (recoveryCode.trim() !== '' && !confirm.isPending) confirm.mutate()
  }
  return (
    <GuidePage
      step="confirm"
      title={t('recovery.confirmTitle')}
      text={t('recovery.confirmText')}
      onBack={onBack}
      actions={
        <Button
          look="primary"
          size="large"
          keyCap="Enter"
          isDisabled={recoveryCode.trim() === '' || confirm.isPending}
          onPress={send}
        >
          {t(confirm.isPending ? 'recovery.confirming' : 'recovery.confirm')}
        </Button>
      }
    >
      {resumed ? (
        <>
          <Notice tone="warn">{t('recovery.resume')}</Notice>
          <Button onPress={onBack}>{t('recovery.anew')}</Button>
        </>
      ) : null}
      <TextField
        className="recovery-input"
        label={t('recovery.label')}
        value={recoveryCode}
        onChange={setCode}
        onEnter={send}
        maxLength={100}
        autoFocus
      />
      {confirm.error === null ? null : <FailureNotice failure={failureOf(confirm.error)} />}
    </GuidePage>
  )
}

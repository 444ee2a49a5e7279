import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { SmallForm } from '../../ui/small-form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { useAgain } from './use-prepaid.ts'

/** Takes a use back that is older than a minute, with the reason. */
export const TakeBackForm = ({
  customerId,
  entryId,
  onDone,
}: {
  readonly customerId: number
  readonly entryId: number
  readonly onDone: () => void
}) => {
  const { t } = useWords()
  const { show } = useToasts()
  const again = useAgain()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const noReason = reason.trim() === ''
  const takeBack = useMutation({
    mutationFn: () => api.call('prepaid.takeBack', { entryId, reason: reason.trim() }),
    onSuccess: () => {
      again(customerId)
      show({ text: t('personPrepaid.takenBack') })
      onDone()
    },
    onError: useFailureToast(),
  })
  return (
    <SmallForm
      label={t('personPrepaid.takeBack')}
      save={t('personPrepaid.takeBack')}
      busy={takeBack.isPending}
      onSave={() => {
        setTried(true)
        if (!noReason) takeBack.mutate()
      }}
      onCancel={onDone}
    >
      <TextField
        label={t('personPrepaid.reason')}
        value={reason}
        onChange={setReason}
        error={tried && noReason ? t('personPrepaid.reasonWrong') : null}
        maxLength={200}
        autoFocus
      />
    </SmallForm>
  )
}

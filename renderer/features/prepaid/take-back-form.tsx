import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
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
    <form
      className="correct-form"
      aria-label={t('personPrepaid.takeBack')}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!noReason && !takeBack.isPending) takeBack.mutate()
      }}
    >
      <TextField
        label={t('personPrepaid.reason')}
        value={reason}
        onChange={setReason}
        error={tried && noReason ? t('personPrepaid.reasonWrong') : null}
        maxLength={200}
        autoFocus
      />
      <div className="person-points-actions">
        <Button type="submit" look="primary" isDisabled={takeBack.isPending}>
          {t('personPrepaid.takeBack')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}

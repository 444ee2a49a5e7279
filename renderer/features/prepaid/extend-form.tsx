import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays, addMonths } from '#shared/dates.ts'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { DateField } from '../../ui/date-field.tsx'
import { SmallForm } from '../../ui/small-form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import type { Holding } from './prepaid-words.ts'
import { useAgain } from './use-prepaid.ts'

/** Three months, as the standard terms have it; any later day may be chosen. */
const usualMonths = 3

/** A later last day, with the reason. */
export const ExtendForm = ({
  customerId,
  holding,
  onDone,
}: {
  readonly customerId: number
  readonly holding: Holding
  readonly onDone: () => void
}) => {
  const { t } = useWords()
  const { show } = useToasts()
  const again = useAgain()
  const before = holding.endsOn ?? holding.startsOn
  const [endsOn, setEndsOn] = useState(addMonths(before, usualMonths))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const noReason = reason.trim() === ''
  const extend = useMutation({
    mutationFn: () =>
      api.call('prepaid.extend', { holdingId: holding.holdingId, endsOn, reason: reason.trim() }),
    onSuccess: () => {
      again(customerId)
      show({ text: t('personPrepaid.extended', { date: endsOn }) })
      onDone()
    },
    onError: useFailureToast(),
  })
  return (
    <SmallForm
      label={t('personPrepaid.extend')}
      busy={extend.isPending}
      onSave={() => {
        setTried(true)
        if (!noReason && endsOn > before) extend.mutate()
      }}
      onCancel={onDone}
    >
      <DateField
        label={t('personPrepaid.extendTo')}
        value={endsOn}
        min={addDays(before, 1)}
        onChange={setEndsOn}
      />
      <TextField
        label={t('personPrepaid.reason')}
        value={reason}
        onChange={setReason}
        error={tried && noReason ? t('personPrepaid.reasonWrong') : null}
        maxLength={200}
      />
    </SmallForm>
  )
}

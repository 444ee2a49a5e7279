import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays, addMonths } from '#shared/dates.ts'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
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
    <form
      className="correct-form"
      aria-label={t('personPrepaid.extend')}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!noReason && endsOn > before && !extend.isPending) extend.mutate()
      }}
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
      <div className="person-points-actions">
        <Button type="submit" look="primary" isDisabled={extend.isPending}>
          {t('common.save')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}

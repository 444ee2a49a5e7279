import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { SmallForm } from '../../ui/small-form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

/** Digits with a minus in front at most. */
const signed = (text: string): string =>
  (/^\s*[-−]/.test(text) ? '-' : '') + text.replace(/\D/g, '').slice(0, 7)

/** Points put right by hand, never without a reason; F8 takes it back within the minute. */
export const CorrectForm = ({
  customerId,
  onDone,
}: {
  readonly customerId: number
  readonly onDone: () => void
}) => {
  const { t, signedPoints } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const failed = useFailureToast()
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const points = Number(typed)
  const ready = Number.isSafeInteger(points) && points !== 0 && reason.trim() !== ''
  const again = (): void => {
    for (const queryKey of [keys.allPoints, keys.card(customerId)])
      void client.invalidateQueries({ queryKey })
  }
  const undo = useMutation({
    mutationFn: (actionId: number) => api.call('points.undo', { actionId }),
    onSuccess: () => {
      again()
      show({ text: t('person.points.undone') })
    },
    onError: failed,
  })
  const correct = useMutation({
    mutationFn: () => api.call('points.correct', { customerId, points, reason: reason.trim() }),
    onSuccess: ({ actionId }) => {
      again()
      show({
        text: t('person.points.corrected', { points: signedPoints(points) }),
        undo: () => undo.mutate(actionId),
      })
      onDone()
    },
    onError: failed,
  })
  return (
    <SmallForm
      label={t('person.points.correct')}
      save={t('person.points.save')}
      busy={correct.isPending}
      ready={ready}
      onSave={() => correct.mutate()}
      onCancel={onDone}
    >
      <TextField
        label={t('person.points.howMany')}
        value={typed}
        onChange={(text) => setTyped(signed(text))}
        inputMode="text"
        autoFocus
        note={t('person.points.howManyNote')}
      />
      <TextField
        label={t('person.points.reason')}
        value={reason}
        onChange={setReason}
        maxLength={200}
        placeholder={t('person.points.reasonExample')}
      />
    </SmallForm>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

/** What the guest of the moment would get for this receipt, and could use. */
export const usePoints = (customerId: number, receiptId: number | null) =>
  useQuery({
    queryKey: keys.points(customerId, receiptId),
    queryFn: () => api.call('points.atCounter', { customerId, receiptId }),
  }).data

interface Use {
  readonly customerId: number
  readonly points: number
  readonly receiptId: number | null
  readonly name: string
}

/** Uses points at once; F8 takes it back within the minute. */
export const useUsing = (onDone: () => void) => {
  const client = useQueryClient()
  const { t, points } = useWords()
  const { show } = useToasts()
  const failed = useFailureToast()
  const again = (customerId: number): void => {
    for (const queryKey of [keys.card(customerId), keys.allPoints])
      void client.invalidateQueries({ queryKey })
  }
  const undo = useMutation({
    mutationFn: (actionId: number) => api.call('points.undo', { actionId }),
    onSuccess: ({ customerId }) => {
      again(customerId)
      show({ text: t('use.undone') })
    },
    onError: failed,
  })
  return useMutation({
    mutationFn: ({ customerId, points: wanted, receiptId }: Use) =>
      api.call('points.use', { customerId, points: wanted, receiptId, print: receiptId !== null }),
    onSuccess: ({ actionId }, { customerId, points: used, name }) => {
      again(customerId)
      onDone()
      show({
        text: t('use.done', { name, points: points(used) }),
        undo: () => undo.mutate(actionId),
        stay: undoForMs,
      })
    },
    onError: failed,
  })
}

/** As long as an undo is offered; the ledger itself allows a minute. */
const undoForMs = 50_000

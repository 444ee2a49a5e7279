import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

export type WaitingSlip = CallOutput<'slips.queue'>['waiting'][number]
export type UnclearSlip = CallOutput<'slips.queue'>['unclear'][number]

/** What people do about slips that wait or that nobody knows of. A slip called off can still be printed again. */
export const useQueueCalls = () => {
  const { t } = useWords()
  const { show } = useToasts()
  const client = useQueryClient()
  const onError = useFailureToast()
  const again = async (): Promise<void> => {
    await Promise.all([
      client.invalidateQueries({ queryKey: keys.slips }),
      client.invalidateQueries({ queryKey: keys.slipQueue }),
    ])
  }
  return {
    cancel: useMutation({
      mutationFn: (slip: WaitingSlip) => api.call('slips.cancel', { slipId: slip.id }),
      onSuccess: (_, slip) => {
        show({ text: t('queue.cancelled', { number: slip.number }) })
        return again()
      },
      onError,
    }),
    move: useMutation({
      mutationFn: ({ slip, to }: { slip: WaitingSlip; to: { id: string; name: string } }) =>
        api.call('slips.move', { slipId: slip.id, printerId: to.id }),
      onSuccess: (_, { to }) => {
        show({ text: t('queue.moved', { printer: to.name }) })
        return again()
      },
      onError,
    }),
    seen: useMutation({
      mutationFn: (slipIds: readonly number[]) => api.call('slips.seen', { slipIds: [...slipIds] }),
      onSuccess: again,
      onError,
    }),
  }
}

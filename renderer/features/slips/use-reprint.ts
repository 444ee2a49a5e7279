import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

/** Prints a slip once more, marked as what it is. Takes the slip's id. */
export const useReprint = () => {
  const { t } = useWords()
  const client = useQueryClient()
  const { show } = useToasts()
  return useMutation({
    mutationFn: (slipId: number) => api.call('slips.reprint', { slipId }),
    onSuccess: async () => {
      show({ text: t('slip.reprinted') })
      await client.invalidateQueries({ queryKey: keys.slips })
    },
    onError: useFailureToast(),
  })
}

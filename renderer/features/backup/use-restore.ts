import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CallInput } from '#shared/contract/index.ts'
import { formatNumber } from '#shared/won.ts'
import { api } from '../../api/api.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'

const stayMs = 15_000

/** Restores, opens the counter, and tells what came back. */
export const useRestore = () => {
  const { t } = useWords()
  const { go } = useNavigation()
  const { show } = useToasts()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CallInput<'backup.restore'>) => api.call('backup.restore', input),
    onSuccess: async ({ customers, receipts, replayed, complete }) => {
      const figures = { customers: formatNumber(customers), receipts: formatNumber(receipts) }
      const more = complete
        ? replayed === 0
          ? null
          : t('restore.replayed', { n: replayed })
        : t('restore.partly')
      show({
        text: t('restore.done', figures),
        stay: stayMs,
        tone: complete ? 'plain' : 'bad',
        ...(more === null ? {} : { detail: more }),
      })
      go('counter')
      // Nothing that was held of the ledger before may be shown.
      await client.resetQueries()
    },
  })
}

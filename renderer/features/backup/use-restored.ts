import { useQueryClient } from '@tanstack/react-query'
import { formatNumber } from '#shared/won.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'

const stayMs = 15_000

export interface CameBack {
  readonly customers: number
  readonly receipts: number
  readonly replayed: number
  readonly complete: boolean
}

/** Opens the counter on the ledger that is there now, and tells what came back. */
export const useRestored = (): ((back: CameBack) => Promise<void>) => {
  const { t } = useWords()
  const { go } = useNavigation()
  const { show } = useToasts()
  const client = useQueryClient()
  return async ({ customers, receipts, replayed, complete }) => {
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
  }
}

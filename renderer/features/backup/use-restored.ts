import { useQueryClient } from '@tanstack/react-query'
import { formatNumber } from '#shared/won.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'

const stayMs = 15_000
const untilReadMs = 60 * 60 * 1_000

export interface CameBack {
  readonly customers: number
  readonly receipts: number
  readonly replayed: number
  readonly complete: boolean
  readonly lost: Readonly<Record<(typeof kinds)[number], number>>
}

const kinds = ['customers', 'points', 'receipts', 'other'] as const

/** Opens the counter on the ledger that is there now, and tells what came back. */
export const useRestored = (): ((back: CameBack) => Promise<void>) => {
  const { t } = useWords()
  const { go } = useNavigation()
  const { show } = useToasts()
  const client = useQueryClient()
  return async ({ customers, receipts, replayed, complete, lost }) => {
    const figures = { customers: formatNumber(customers), receipts: formatNumber(receipts) }
    const what = kinds.flatMap((kind) =>
      lost[kind] === 0 ? [] : [t(`restore.lost.${kind}`, { n: formatNumber(lost[kind]) })],
    )
    const gone = what.length === 0 ? t('restore.partly') : t('restore.lost', { what: what.join(', ') })
    const whole = replayed === 0 ? null : t('restore.replayed', { n: formatNumber(replayed) })
    const more = complete ? whole : gone
    show({
      text: t('restore.done', figures),
      // What is missing stays on the screen until somebody has read it.
      stay: complete ? stayMs : untilReadMs,
      tone: complete ? 'plain' : 'bad',
      ...(more === null ? {} : { detail: more }),
    })
    go('counter')
    // Nothing that was held of the ledger before may be shown.
    await client.resetQueries()
  }
}

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

/** Takes a paper off the list at once; the ledger is told when the time to undo is over. */
export const useDismiss = () => {
  const client = useQueryClient()
  const { t } = useWords()
  const { show } = useToasts()
  const failed = useFailureToast()
  const [hidden, hide] = useState<number | null>(null)

  const dismiss = useCallback(
    (paperId: number) => {
      hide(paperId)
      const tell = async (): Promise<void> => {
        await api.call('review.dismiss', { paperId })
        await client.invalidateQueries({ queryKey: keys.review })
        await client.invalidateQueries({ queryKey: keys.today })
        hide((now) => (now === paperId ? null : now))
      }
      show({
        text: t('review.dismissed'),
        undo: () => hide(null),
        onGone: () => {
          tell().catch((error: unknown) => {
            hide(null)
            failed(error)
          })
        },
      })
    },
    [client, failed, show, t],
  )
  return { hidden, dismiss }
}

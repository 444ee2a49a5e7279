import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

/** Everything that an answer may change. */
const touched = [
  keys.review,
  keys.receipts,
  keys.today,
  ['review.settled'],
  ['review.sales'],
  ['review.twins'],
]

/** Tells the ledger what was said of a paper, with a toast that takes it back. */
export const useAnswer = () => {
  const client = useQueryClient()
  const { t } = useWords()
  const { show } = useToasts()
  const failed = useFailureToast()

  const refresh = useCallback(
    () => Promise.all(touched.map((queryKey) => client.invalidateQueries({ queryKey }))),
    [client],
  )

  const restore = useCallback(
    async (paperId: number): Promise<void> => {
      try {
        await api.call('review.restore', { paperId })
        await refresh()
        show({ text: t('settled.restored') })
      } catch (error) {
        failed(error)
      }
    },
    [failed, refresh, show, t],
  )

  const answer = useCallback(
    async (paperId: number, text: string, tell: () => Promise<unknown>): Promise<void> => {
      try {
        await tell()
        await refresh()
        show({ text, undo: () => void restore(paperId) })
      } catch (error) {
        failed(error)
      }
    },
    [failed, refresh, restore, show],
  )
  return { answer, restore }
}

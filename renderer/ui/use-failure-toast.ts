import { useCallback } from 'react'
import { failureOf } from '../api/failure.ts'
import { useWords } from '../app/words.ts'
import { useToasts } from './toast.tsx'

/** Tells of a failed call in words, wherever it happened. */
export const useFailureToast = (): ((error: unknown) => void) => {
  const { t, error: sentence } = useWords()
  const { show } = useToasts()
  return useCallback(
    (error: unknown) => {
      const failure = failureOf(error)
      show({
        tone: 'bad',
        text: sentence(failure),
        detail: t('common.code', { code: failure.code }),
        stay: 9_000,
      })
    },
    [show, sentence, t],
  )
}

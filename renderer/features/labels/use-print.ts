import { useMutation } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

/** The system's dialog for the pages in the window. @param printed told when they went to a printer. */
export const usePrint = (printed: () => void = () => undefined) => {
  const { t } = useWords()
  const { show } = useToasts()
  const fail = useFailureToast()
  return useMutation({
    mutationFn: () => api.call('labels.print', {}),
    onSuccess: (done) => {
      if (!done.printed) return
      printed()
      show({ text: t('labels.printed') })
    },
    onError: fail,
  })
}

import { useMutation } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

/** Writes a picture as a file and says where it is. */
export const useKeepPicture = () => {
  const { t } = useWords()
  const { show } = useToasts()
  return useMutation({
    mutationFn: (picture: { readonly name: string; readonly png: string }) =>
      api.call('analytics.savePicture', picture),
    onSuccess: ({ path }) => show({ text: t('pictures.saved'), detail: path, stay: 9_000 }),
    onError: useFailureToast(),
  })
}

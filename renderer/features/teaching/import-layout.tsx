import { useMutation } from '@tanstack/react-query'
import { FileInput } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { api } from '../../api/api.ts'
import { CallFailure } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

/** Bytes; a profile is a few hundred. */
const largest = 32_000

const textOf = async (file: File): Promise<string> => {
  const text = file.size > largest ? '' : await file.text()
  if (text === '' || text.length > largest)
    throw new CallFailure({ code: 'teaching.bad-profile', params: {} })
  return text
}

/** Reads a file that another shop has exported; nothing is applied yet. */
export const ImportLayout = ({ onRead }: { readonly onRead: (profile: string) => void }) => {
  const { t } = useWords()
  const read = useMutation({
    mutationFn: async (file: File) => api.call('teaching.import', { text: await textOf(file) }),
    onSuccess: ({ profile }) => onRead(profile),
    onError: useFailureToast(),
  })
  return (
    <FileTrigger
      acceptedFileTypes={['.json']}
      onSelect={(files) => {
        const file = files?.[0]
        if (file !== undefined) read.mutate(file)
      }}
    >
      <Button look="quiet" isDisabled={read.isPending}>
        <FileInput size={20} aria-hidden="true" />
        {t('layouts.import')}
      </Button>
    </FileTrigger>
  )
}

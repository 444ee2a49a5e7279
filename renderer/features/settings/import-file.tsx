import { useMutation } from '@tanstack/react-query'
import { FileInput } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { api } from '../../api/api.ts'
import { CallFailure } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

/** Bytes; the backend refuses more. */
const largest = 10 * 1024 * 1024

const base64Of = async (file: File): Promise<string> => {
  if (file.size > largest) throw new CallFailure({ code: 'source.file-too-large', params: {} })
  const bytes = new Uint8Array(
    await file.arrayBuffer().catch(() => {
      throw new CallFailure({ code: 'source.file-unreadable', params: {} })
    }),
  )
  // In pieces: a call takes only so many arguments.
  const piece = 0x8000
  let binary = ''
  for (let at = 0; at < bytes.length; at += piece)
    binary += String.fromCharCode(...bytes.subarray(at, at + piece))
  return btoa(binary)
}

/** Reads a file of raw printer bytes as if it had come over the line. */
export const ImportFile = () => {
  const { t } = useWords()
  const { show } = useToasts()
  const read = useMutation({
    mutationFn: async (file: File) =>
      api.call('sources.importFile', {
        name: file.name.slice(0, 200),
        base64: await base64Of(file),
        encoding: 'cp949',
      }),
    onSuccess: ({ receipts, review }) => show({ text: t('device.imported', { receipts, review }) }),
    onError: useFailureToast(),
  })
  return (
    <FileTrigger
      onSelect={(files) => {
        const file = files?.[0]
        if (file !== undefined) read.mutate(file)
      }}
    >
      <Button look="quiet" isDisabled={read.isPending}>
        <FileInput size={20} aria-hidden="true" />
        {t(read.isPending ? 'device.importing' : 'device.import')}
      </Button>
    </FileTrigger>
  )
}

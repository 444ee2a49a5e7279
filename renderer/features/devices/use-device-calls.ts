import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Printer, Source } from '#shared/contract/devices.ts'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

/**
 * Saving and removing sources and printers; the lists are read again afterwards. A removal can be undone: its toast
 * belongs to the call and not to the row, which is gone once the list has been read again.
 */
export const useDeviceCalls = () => {
  const client = useQueryClient()
  const onError = useFailureToast()
  const { show } = useToasts()
  const { t } = useWords()
  const again = async (...names: readonly (readonly string[])[]): Promise<void> => {
    await Promise.all(names.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  const sources = (): Promise<void> => again(keys.sources, keys.sourceStatus)
  const printers = (): Promise<void> => again(keys.printers, keys.printerStatus)
  const removed = (undo: () => void): void => show({ text: t('device.removed'), undo })
  const saveSource = useMutation({
    mutationFn: (source: Source) => api.call('sources.save', source),
    onSuccess: sources,
    onError,
  })
  const savePrinter = useMutation({
    mutationFn: (printer: Printer) => api.call('printers.save', printer),
    onSuccess: printers,
    onError,
  })
  return {
    saveSource,
    removeSource: useMutation({
      mutationFn: (source: Source) => api.call('sources.remove', { id: source.id }),
      onSuccess: (_, source) => {
        removed(() => saveSource.mutate(source))
        return sources()
      },
      onError,
    }),
    savePrinter,
    removePrinter: useMutation({
      mutationFn: (printer: Printer) => api.call('printers.remove', { id: printer.id }),
      onSuccess: (_, printer) => {
        removed(() => savePrinter.mutate(printer))
        return printers()
      },
      onError,
    }),
    testPrinter: useMutation({ mutationFn: (id: string) => api.call('printers.test', { id }), onError }),
  }
}

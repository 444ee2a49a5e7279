import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Printer, Source } from '#shared/contract/devices.ts'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

/** Saving and removing sources and printers; the lists are read again afterwards. */
export const useDeviceCalls = () => {
  const client = useQueryClient()
  const onError = useFailureToast()
  const again = async (...names: readonly (readonly string[])[]): Promise<void> => {
    await Promise.all(names.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  const sources = (): Promise<void> => again(keys.sources, keys.sourceStatus)
  const printers = (): Promise<void> => again(keys.printers, keys.printerStatus)
  return {
    saveSource: useMutation({
      mutationFn: (source: Source) => api.call('sources.save', source),
      onSuccess: sources,
      onError,
    }),
    removeSource: useMutation({
      mutationFn: (id: string) => api.call('sources.remove', { id }),
      onSuccess: sources,
      onError,
    }),
    savePrinter: useMutation({
      mutationFn: (printer: Printer) => api.call('printers.save', printer),
      onSuccess: printers,
      onError,
    }),
    removePrinter: useMutation({
      mutationFn: (id: string) => api.call('printers.remove', { id }),
      onSuccess: printers,
      onError,
    }),
    testPrinter: useMutation({ mutationFn: (id: string) => api.call('printers.test', { id }), onError }),
  }
}

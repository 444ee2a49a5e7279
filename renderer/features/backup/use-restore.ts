import { useMutation } from '@tanstack/react-query'
import type { CallInput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { useRestored } from './use-restored.ts'

/** Restores a chosen copy. */
export const useRestore = () => {
  const restored = useRestored()
  return useMutation({
    mutationFn: (input: CallInput<'backup.restore'>) => api.call('backup.restore', input),
    onSuccess: restored,
  })
}

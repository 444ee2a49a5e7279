import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'

export type GuestWatch = CallOutput<'guest.watch'>

const key = ['guest.watch']

/** What the guest does on their own screen, as it happens; undefined until it was asked. */
export const useGuestWatch = (): GuestWatch | undefined => {
  const client = useQueryClient()
  const watch = useQuery({ queryKey: key, queryFn: () => api.call('guest.watch', {}) })
  useEffect(() => api.on('guest.watched', (next) => client.setQueryData(key, next)), [client])
  return watch.data
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'

export type MovingState = CallOutput<'moving.state'>
export type ImportRun = CallOutput<'moving.runs'>[number]

const stateKey = ['moving.state'] as const
export const runsKey = ['moving.runs'] as const

/** Where moving in stands; drawn anew whenever the backend says that it has come further. */
export const useMoving = (): MovingState | undefined => {
  const client = useQueryClient()
  useEffect(
    () =>
      api.on('moving.changed', () => {
        void client.invalidateQueries({ queryKey: stateKey })
        void client.invalidateQueries({ queryKey: runsKey })
      }),
    [client],
  )
  return useQuery({ queryKey: stateKey, queryFn: () => api.call('moving.state', {}) }).data
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CallInput, CallOutput, MethodName } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'

type PictureMethod = Extract<MethodName, `${'analytics' | 'segments'}.${string}`>

/** The figures of a picture; while others are fetched, the ones before stay. Half a minute old ones are asked anew. */
export const usePicture = <M extends PictureMethod>(name: M, input: CallInput<M>) =>
  useQuery<CallOutput<M>>({
    queryKey: [name, input],
    queryFn: () => api.call(name, input),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

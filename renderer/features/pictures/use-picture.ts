import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DateRange } from '#shared/contract/analytics.ts'
import type { CallInput, CallOutput, MethodName } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'

type PictureMethod = Extract<MethodName, `${'analytics' | 'segments'}.${string}`>

/**
 * The figures of a picture; while others are fetched, the ones before stay. Half a minute old ones are asked anew.
 * @returns with `asked`, what the figures that are there were asked by: they are drawn by it, not by what is on its way.
 */
export const usePicture = <M extends PictureMethod>(name: M, input: CallInput<M>) => {
  const { data, isPending, isFetching, isPlaceholderData, error } = useQuery({
    queryKey: [name, input],
    queryFn: async (): Promise<{ readonly asked: CallInput<M>; readonly answer: CallOutput<M> }> => ({
      asked: input,
      answer: await api.call(name, input),
    }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  return { data: data?.answer, asked: data?.asked ?? input, isPending, isFetching, isPlaceholderData, error }
}

/** The same figures of the range that it is compared with; nothing while there is none. */
export const useCompared = <M extends PictureMethod>(
  name: M,
  compare: DateRange | null,
  inputOf: (range: DateRange) => CallInput<M>,
): CallOutput<M> | undefined => {
  const input = compare === null ? null : inputOf(compare)
  const { data } = useQuery<CallOutput<M> | null>({
    queryKey: [name, input, 'compared'],
    queryFn: () => (input === null ? null : api.call(name, input)),
    enabled: input !== null,
    staleTime: 30_000,
  })
  return input === null ? undefined : (data ?? undefined)
}

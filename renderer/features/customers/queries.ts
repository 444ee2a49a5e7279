import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'

export type Person = CallOutput<'customers.page'>
export type TimelineItem = CallOutput<'customers.timeline'>['items'][number]
/** A day that comes every year. */
export type YearDay = NonNullable<Person['birthday']>
export type TimelineKind = TimelineItem['kind']

/** Everything that a person's page holds begins with this. */
export const personKey = (customerId: number) => ['customers.page', customerId] as const

export const pageQuery = (customerId: number) =>
  queryOptions({
    queryKey: [...personKey(customerId), 'page'],
    queryFn: () => api.call('customers.page', { customerId }),
  })

export const timelineQuery = (customerId: number, kinds: readonly TimelineKind[]) =>
  infiniteQueryOptions({
    queryKey: [...personKey(customerId), 'timeline', ...kinds],
    queryFn: ({ pageParam }) =>
      api.call('customers.timeline', { customerId, before: pageParam, kinds: [...kinds] }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.more ? (last.items.at(-1)?.at ?? null) : undefined),
  })

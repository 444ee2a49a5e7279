import { queryOptions } from '@tanstack/react-query'
import type { Rule } from '#shared/contract/segment-rule.ts'
import { api } from '../../api/api.ts'

/** What the pages of groups hold; `segments.kept` makes all of it be asked again. */
export const segmentQueries = {
  list: queryOptions({
    queryKey: ['segments.list'],
    queryFn: () => api.call('segments.list', {}),
    refetchOnMount: 'always',
  }),
  choices: queryOptions({
    queryKey: ['segments.choices'],
    queryFn: () => api.call('segments.choices', {}),
    refetchOnMount: 'always',
  }),
  settings: queryOptions({
    queryKey: ['segments.settings'],
    queryFn: () => api.call('segments.settings', {}),
  }),
  count: (rule: Rule) =>
    queryOptions({
      queryKey: ['segments.count', rule],
      queryFn: () => api.call('segments.count', { rule }),
    }),
  compare: (a: number, b: number) =>
    queryOptions({
      queryKey: ['segments.compare', a, b],
      queryFn: () => api.call('segments.compare', { a, b }),
      refetchOnMount: 'always',
    }),
  history: (id: number, days: number) =>
    queryOptions({
      queryKey: ['segments.history', id, days],
      queryFn: () => api.call('segments.history', { id, days }),
      refetchOnMount: 'always',
    }),
  flow: (id: number, from: string, to: string) =>
    queryOptions({
      queryKey: ['segments.flow', id, from, to],
      queryFn: () => api.call('segments.flow', { id, from, to }),
    }),
}

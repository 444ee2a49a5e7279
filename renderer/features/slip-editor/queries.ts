import { queryOptions } from '@tanstack/react-query'
import type { SlipKind } from '#shared/slips/kinds.ts'
import { api } from '../../api/api.ts'

const listKey = ['slipTemplates.list'] as const

export const templateList = queryOptions({
  queryKey: listKey,
  queryFn: () => api.call('slipTemplates.list', {}),
})

export const templateOf = (kind: SlipKind) =>
  queryOptions({
    queryKey: ['slipTemplates.get', kind] as const,
    queryFn: () => api.call('slipTemplates.get', { kind }),
  })

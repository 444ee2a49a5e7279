import { queryOptions } from '@tanstack/react-query'
import type { CallOutput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'

export type TierPlan = CallOutput<'tiers.plans'>['plans'][number]

export const tierPlans = queryOptions({
  queryKey: [...keys.rewards, 'plans'],
  queryFn: () => api.call('tiers.plans', {}),
})
